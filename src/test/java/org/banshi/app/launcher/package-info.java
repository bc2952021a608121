/** Tests of the launcher. */
@NullMarked
package org.banshi.app.launcher;

import org.jspecify.annotations.NullMarked;
