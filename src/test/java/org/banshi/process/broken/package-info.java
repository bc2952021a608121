/** Classes that break rules, to prove that the rules bite. */
@NullMarked
package org.banshi.process.broken;

import org.jspecify.annotations.NullMarked;
