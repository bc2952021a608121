/** Which benefits a person has, and what is payable by month. */
@NullMarked
package org.banshi.query.contract.benefit;

import org.jspecify.annotations.NullMarked;
