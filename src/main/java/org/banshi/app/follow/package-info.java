/** The few facts of the log that every node has to know at once. */
@NullMarked
package org.banshi.app.follow;

import org.jspecify.annotations.NullMarked;
