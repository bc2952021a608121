/** The business clock. */
@NullMarked
package org.banshi.command.contract.clock;

import org.jspecify.annotations.NullMarked;
