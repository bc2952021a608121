/** Proof that the store keeps its word: random histories and injected faults, held to a model. */
@NullMarked
package org.banshi.eventstore.proof;

import org.jspecify.annotations.NullMarked;
