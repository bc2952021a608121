/** The hearing calendar, and whose account sees which dispute. */
@NullMarked
package org.banshi.query.projection.dispute;

import org.jspecify.annotations.NullMarked;
