/** What every command and event carries: names, stamps, marks of personal data. */
@NullMarked
package org.banshi.command.contract.message;

import org.jspecify.annotations.NullMarked;
