/** All that is known of a case, for those who have to decide it. */
@NullMarked
package org.banshi.query.contract.casefile;

import org.jspecify.annotations.NullMarked;
