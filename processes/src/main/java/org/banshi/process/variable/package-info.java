/** What a process may remember of its case. */
@NullMarked
package org.banshi.process.variable;

import org.jspecify.annotations.NullMarked;
