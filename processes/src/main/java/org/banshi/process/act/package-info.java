/** What a process does by itself. */
@NullMarked
package org.banshi.process.act;

import org.jspecify.annotations.NullMarked;
