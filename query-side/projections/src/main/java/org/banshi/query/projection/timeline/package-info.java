/** What happened to a case, for staff. */
@NullMarked
package org.banshi.query.projection.timeline;

import org.jspecify.annotations.NullMarked;
