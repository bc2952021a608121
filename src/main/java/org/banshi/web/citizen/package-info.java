/** Pages for citizens: find a service, apply, follow the case. */
@NullMarked
package org.banshi.web.citizen;

import org.jspecify.annotations.NullMarked;
