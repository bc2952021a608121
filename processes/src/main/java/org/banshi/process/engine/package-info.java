/** How the process engine is set up, and what it may do. */
@NullMarked
package org.banshi.process.engine;

import org.jspecify.annotations.NullMarked;
