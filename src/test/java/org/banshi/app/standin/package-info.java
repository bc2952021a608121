/** Tests of the stand-ins. */
@NullMarked
package org.banshi.app.standin;

import org.jspecify.annotations.NullMarked;
