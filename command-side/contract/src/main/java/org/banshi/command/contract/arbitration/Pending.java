package org.banshi.command.contract.arbitration;

import java.util.Arrays;
import java.util.Optional;

/**
 * What parties bring in beside the tasks, and the committee or panel has to deal with. Each kind
 * has the act by which it is dealt with.
 */
public enum Pending {
    /** An answer (答辩书) that has to be passed on to the claimants. */
    ANSWER("arbitration.forwarding"),
    /** A claim that was added, or a counter-claim: whether it joins the case. */
    CLAIM("arbitration.claim-decision"),
    /** Whether an arbitrator steps back. */
    RECUSAL("arbitration.recusal-decision"),
    /** Whether something is paid before the award. */
    ADVANCE("arbitration.advance-decision"),
    /** Whether the hearing that is set is put off. */
    ADJOURNMENT("arbitration.adjournment-decision");

    private final String act;

    Pending(String act) {
        this.act = act;
    }

    /** The kind that an act deals with; empty where it deals with none. */
    public static Optional<Pending> of(String act) {
        return Arrays.stream(values()).filter(kind -> kind.act.equals(act)).findFirst();
    }
}
