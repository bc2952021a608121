/** What happened to a case. */
@NullMarked
package org.banshi.query.contract.timeline;

import org.jspecify.annotations.NullMarked;
