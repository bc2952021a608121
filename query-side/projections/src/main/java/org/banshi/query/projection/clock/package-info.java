/** The clock of a whole case, the same for citizen, officer and supervisor. */
@NullMarked
package org.banshi.query.projection.clock;

import org.jspecify.annotations.NullMarked;
