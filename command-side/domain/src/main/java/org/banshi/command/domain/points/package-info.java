/** The points account: what it may do, what it scores. */
@NullMarked
package org.banshi.command.domain.points;

import org.jspecify.annotations.NullMarked;
