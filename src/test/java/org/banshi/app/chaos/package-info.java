/** Tests of what chaos checks. */
@NullMarked
package org.banshi.app.chaos;

import org.jspecify.annotations.NullMarked;
