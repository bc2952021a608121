/** Rebuilds one projection while the old one serves. */
@NullMarked
package org.banshi.query.projection.rebuild;

import org.jspecify.annotations.NullMarked;
