/** Tests of the packaged application in a process of its own. */
@NullMarked
package org.banshi.app.packaged;

import org.jspecify.annotations.NullMarked;
