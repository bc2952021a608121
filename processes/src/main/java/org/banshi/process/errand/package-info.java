/** Calls to the world outside, remembered in a table, made outside any transaction. */
@NullMarked
package org.banshi.process.errand;

import org.jspecify.annotations.NullMarked;
