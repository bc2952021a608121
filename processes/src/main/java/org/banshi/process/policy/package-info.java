/** What must follow from an event of another stream: exactly once, in one transaction. */
@NullMarked
package org.banshi.process.policy;

import org.jspecify.annotations.NullMarked;
