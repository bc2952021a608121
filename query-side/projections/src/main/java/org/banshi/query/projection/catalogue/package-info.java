/** Which services there are. */
@NullMarked
package org.banshi.query.projection.catalogue;

import org.jspecify.annotations.NullMarked;
