/** The life of a benefit after its approval: amounts, verification, changes, end. */
@NullMarked
package org.banshi.command.domain.benefit;

import org.jspecify.annotations.NullMarked;
