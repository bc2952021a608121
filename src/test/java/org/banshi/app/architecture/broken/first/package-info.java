/** Classes that break rules, to prove that the rules bite. */
@NullMarked
package org.banshi.app.architecture.broken.first;

import org.jspecify.annotations.NullMarked;
