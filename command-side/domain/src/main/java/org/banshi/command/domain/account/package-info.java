/** Accounts of staff, and the rules that keep their administrators honest. */
@NullMarked
package org.banshi.command.domain.account;

import org.jspecify.annotations.NullMarked;
