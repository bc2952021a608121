/** What waits for officers. */
@NullMarked
package org.banshi.query.contract.worklist;

import org.jspecify.annotations.NullMarked;
