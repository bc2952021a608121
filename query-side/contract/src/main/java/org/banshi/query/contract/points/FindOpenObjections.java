package org.banshi.query.contract.points;

import org.banshi.query.contract.access.Scope;

/**
 * Which objections to scores wait, and for whom? Answers a list of {@link ObjectionRow}, what is
 * due first before the others; at most {@value #MOST}.
 */
public record FindOpenObjections(Scope scope) {

    /** More are not shown at once. */
    public static final int MOST = 200;
}
