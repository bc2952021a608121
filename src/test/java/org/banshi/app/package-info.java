/** Tests of the application as a whole, and what they stand on. */
@NullMarked
package org.banshi.app;

import org.jspecify.annotations.NullMarked;
