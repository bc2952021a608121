/** What a points account shows: points per indicator, and the rank in each round. */
@NullMarked
package org.banshi.query.contract.points;

import org.jspecify.annotations.NullMarked;
