/** Where a case stands, for its applicant. */
@NullMarked
package org.banshi.query.projection.progress;

import org.jspecify.annotations.NullMarked;
