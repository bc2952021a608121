/** The engine's history on its way into the log. */
@NullMarked
package org.banshi.process.history;

import org.jspecify.annotations.NullMarked;
