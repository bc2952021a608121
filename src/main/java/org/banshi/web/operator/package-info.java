/** Pages for the operator: clock, outbox, read models, parked events. */
@NullMarked
package org.banshi.web.operator;

import org.jspecify.annotations.NullMarked;
