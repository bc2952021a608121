/** Who may see what, and who is known to have looked. */
@NullMarked
package org.banshi.app.access;

import org.jspecify.annotations.NullMarked;
