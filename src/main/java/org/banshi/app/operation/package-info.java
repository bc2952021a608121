/** What an operator does with the readers of the log. */
@NullMarked
package org.banshi.app.operation;

import org.jspecify.annotations.NullMarked;
