/** Events to JSON and back: stored names, upcasting, and encryption of personal components. */
@NullMarked
package org.banshi.eventstore.codec;

import org.jspecify.annotations.NullMarked;
