/** How citizens become known, and get their access. */
@NullMarked
package org.banshi.command.domain.citizen;

import org.jspecify.annotations.NullMarked;
