/** Tests of publishing. */
@NullMarked
package org.banshi.app.publishing;

import org.jspecify.annotations.NullMarked;
