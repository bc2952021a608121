/** Acting for another, and the gate that every command of an agent passes. */
@NullMarked
package org.banshi.command.domain.mandate;

import org.jspecify.annotations.NullMarked;
