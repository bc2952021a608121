/** What the engine does when something happens to a case. */
@NullMarked
package org.banshi.process.reaction;

import org.jspecify.annotations.NullMarked;
