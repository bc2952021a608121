/** Disputes before an arbitration committee: hearings, and what each side may see. */
@NullMarked
package org.banshi.query.contract.dispute;

import org.jspecify.annotations.NullMarked;
