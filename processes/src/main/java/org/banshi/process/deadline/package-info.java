/** Days on which something falls due that no process waits for. */
@NullMarked
package org.banshi.process.deadline;

import org.jspecify.annotations.NullMarked;
