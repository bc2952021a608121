/** Decides which officers may handle a case. */
@NullMarked
package org.banshi.command.domain.officers;

import org.jspecify.annotations.NullMarked;
