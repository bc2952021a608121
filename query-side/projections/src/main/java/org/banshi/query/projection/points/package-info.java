/** Points accounts: points per indicator, and the rank in each round. */
@NullMarked
package org.banshi.query.projection.points;

import org.jspecify.annotations.NullMarked;
