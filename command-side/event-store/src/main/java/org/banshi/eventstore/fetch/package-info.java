/** Reading ahead of whoever works on what was read. */
@NullMarked
package org.banshi.eventstore.fetch;

import org.jspecify.annotations.NullMarked;
