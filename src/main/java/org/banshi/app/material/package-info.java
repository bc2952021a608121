/** Papers handed in: kept encrypted outside the log. */
@NullMarked
package org.banshi.app.material;

import org.jspecify.annotations.NullMarked;
