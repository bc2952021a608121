/** The log as a file: written out, and read into an empty store. */
@NullMarked
package org.banshi.app.transfer;

import org.jspecify.annotations.NullMarked;
