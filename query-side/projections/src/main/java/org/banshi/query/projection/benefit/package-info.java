/** Benefits by person, and what is payable by month. */
@NullMarked
package org.banshi.query.projection.benefit;

import org.jspecify.annotations.NullMarked;
