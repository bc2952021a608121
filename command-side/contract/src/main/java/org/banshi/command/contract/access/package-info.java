/** The journal of access, as far as the log vouches for it. */
@NullMarked
package org.banshi.command.contract.access;

import org.jspecify.annotations.NullMarked;
