/** What journeys through the pages need: a real browser. */
@NullMarked
package org.banshi.app.journey;

import org.jspecify.annotations.NullMarked;
