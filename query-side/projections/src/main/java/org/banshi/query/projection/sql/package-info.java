/** Small helps for SQL by hand. */
@NullMarked
package org.banshi.query.projection.sql;

import org.jspecify.annotations.NullMarked;
