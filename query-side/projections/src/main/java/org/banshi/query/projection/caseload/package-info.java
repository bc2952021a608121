/** How many cases there are, how long they take, and which are late. */
@NullMarked
package org.banshi.query.projection.caseload;

import org.jspecify.annotations.NullMarked;
