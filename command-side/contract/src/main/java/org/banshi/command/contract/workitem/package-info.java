/** A piece of work that waits for an officer. */
@NullMarked
package org.banshi.command.contract.workitem;

import org.jspecify.annotations.NullMarked;
