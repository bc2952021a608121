package org.banshi.query.contract.dispute;

import org.banshi.query.contract.access.Scope;

/**
 * Who takes part in a dispute, for an office that has it? Answers {@code List<Dispute.Party>};
 * empty where the scope may not see the case, or it is none.
 */
public record FindParties(String number, Scope scope) {}
