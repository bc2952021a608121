/** The process engine beside the log: what happens to a case moves its process, and back. */
@NullMarked
package org.banshi.process;

import org.jspecify.annotations.NullMarked;
