/** Classes that break rules, to prove that the rules bite. */
@NullMarked
package org.banshi.app.signin.broken;

import org.jspecify.annotations.NullMarked;
