/** Working days, terms and due dates. */
@NullMarked
package org.banshi.command.contract.calendar;

import org.jspecify.annotations.NullMarked;
