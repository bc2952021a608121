/** Accounts of staff: who may do what, and who decided so. */
@NullMarked
package org.banshi.command.contract.account;

import org.jspecify.annotations.NullMarked;
