/** The yearly round of household registration by points, and each person's candidacy. */
@NullMarked
package org.banshi.command.domain.settlement;

import org.jspecify.annotations.NullMarked;
