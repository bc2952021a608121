/** The points account of a newcomer (积分制服务): what is claimed, what it scores, and its life. */
@NullMarked
package org.banshi.command.contract.points;

import org.jspecify.annotations.NullMarked;
