/** A piece of work that waits for an officer. */
@NullMarked
package org.banshi.command.domain.workitem;

import org.jspecify.annotations.NullMarked;
