/** Pages for officers and supervisors: work list, task, case. */
@NullMarked
package org.banshi.web.officer;

import org.jspecify.annotations.NullMarked;
