/** Where a case stands, for its applicant. */
@NullMarked
package org.banshi.query.contract.progress;

import org.jspecify.annotations.NullMarked;
