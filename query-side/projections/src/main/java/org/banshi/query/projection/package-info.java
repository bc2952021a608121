/** What all projections share. */
@NullMarked
package org.banshi.query.projection;

import org.jspecify.annotations.NullMarked;
