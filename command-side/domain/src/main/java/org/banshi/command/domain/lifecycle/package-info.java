/** The states of a case and what may be done in each: one table for every service item. */
@NullMarked
package org.banshi.command.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
