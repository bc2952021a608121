/** What a supervisor has to mend. */
@NullMarked
package org.banshi.query.projection.incident;

import org.jspecify.annotations.NullMarked;
