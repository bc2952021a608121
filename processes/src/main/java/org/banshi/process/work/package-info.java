/** One unit of work and one transaction around everything that the engine does. */
@NullMarked
package org.banshi.process.work;

import org.jspecify.annotations.NullMarked;
