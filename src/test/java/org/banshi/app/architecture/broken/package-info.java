/** Classes that break rules, to prove that the rules bite. */
@NullMarked
package org.banshi.app.architecture.broken;

import org.jspecify.annotations.NullMarked;
