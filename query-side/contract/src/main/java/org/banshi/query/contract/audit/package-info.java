/** What auditors look for: acts, people, and the course of a case. */
@NullMarked
package org.banshi.query.contract.audit;

import org.jspecify.annotations.NullMarked;
