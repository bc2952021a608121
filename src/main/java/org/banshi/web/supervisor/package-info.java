/** Pages for supervisors: what waits where, what is late, and figures. */
@NullMarked
package org.banshi.web.supervisor;

import org.jspecify.annotations.NullMarked;
