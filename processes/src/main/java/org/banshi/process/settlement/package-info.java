/** Carries a round of household registration by points: the list, the places, the notice. */
@NullMarked
package org.banshi.process.settlement;

import org.jspecify.annotations.NullMarked;
