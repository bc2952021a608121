/** What Maven cannot see of the house's arrows. */
@NullMarked
package org.banshi.app.architecture;

import org.jspecify.annotations.NullMarked;
