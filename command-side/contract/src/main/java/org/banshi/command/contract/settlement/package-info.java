/** Household registration by points (积分入户): the yearly round and each person's candidacy in it. */
@NullMarked
package org.banshi.command.contract.settlement;

import org.jspecify.annotations.NullMarked;
