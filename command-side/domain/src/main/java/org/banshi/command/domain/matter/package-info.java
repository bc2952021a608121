/** Matters that another department handles, as it tells them. */
@NullMarked
package org.banshi.command.domain.matter;

import org.jspecify.annotations.NullMarked;
