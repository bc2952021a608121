/** Draws a process on the server: a page shows it without JavaScript, and prints it. */
@NullMarked
package org.banshi.web.diagram;

import org.jspecify.annotations.NullMarked;
