/** Rows in memory while events are folded into them, and how they get to their tables. */
@NullMarked
package org.banshi.query.projection.fold;

import org.jspecify.annotations.NullMarked;
