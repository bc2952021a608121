/** Failed jobs and errands that wait for a supervisor. */
@NullMarked
package org.banshi.process.incident;

import org.jspecify.annotations.NullMarked;
