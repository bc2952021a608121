/** How many cases there are, how long they take, and which are late. */
@NullMarked
package org.banshi.query.contract.caseload;

import org.jspecify.annotations.NullMarked;
