/** Tests of business time. */
@NullMarked
package org.banshi.app.clock;

import org.jspecify.annotations.NullMarked;
