/** Stand-ins for the world outside, for demonstration: other bodies' registers, a messenger. */
@NullMarked
package org.banshi.app.standin;

import org.jspecify.annotations.NullMarked;
