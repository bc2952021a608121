/** Finds acts, people, and the course of a case for auditors, in the read models of others. */
@NullMarked
package org.banshi.query.projection.audit;

import org.jspecify.annotations.NullMarked;
