/** Who may see what, as SQL: the one place. */
@NullMarked
package org.banshi.query.projection.access;

import org.jspecify.annotations.NullMarked;
