/** The business clock. */
@NullMarked
package org.banshi.command.domain.clock;

import org.jspecify.annotations.NullMarked;
