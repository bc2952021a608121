/** What waits for officers. */
@NullMarked
package org.banshi.query.projection.worklist;

import org.jspecify.annotations.NullMarked;
