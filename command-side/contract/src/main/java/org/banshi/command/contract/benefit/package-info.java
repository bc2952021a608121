/** What is paid to a person every month after an approval, until it ends. */
@NullMarked
package org.banshi.command.contract.benefit;

import org.jspecify.annotations.NullMarked;
