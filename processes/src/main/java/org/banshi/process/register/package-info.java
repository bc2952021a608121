/** Other bodies' records, behind one port. */
@NullMarked
package org.banshi.process.register;

import org.jspecify.annotations.NullMarked;
