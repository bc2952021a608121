package org.banshi.command.domain.lifecycle;

import java.util.Set;

/** Where a case stands. Codes of the exchange standard and of 行政许可法 in domain rules §1.3. */
public enum Status {
    /** 申办: handed in, waits for acceptance. */
    APPLIED,
    /** 预受理: looks complete. */
    PRE_ACCEPTED,
    /** 补正: waits for the applicant; the clock stands still. */
    SUPPLEMENT_REQUIRED,
    /** 受理: is being handled; the statutory clock runs. */
    ACCEPTED,
    /** 特别程序: hearing, inspection or expert review; the clock stands still. */
    SPECIAL_PROCEDURE,
    /** 中止: the clock stands still. */
    SUSPENDED,
    /** 办结, approved or rejected. */
    CONCLUDED,
    /** 不予受理. */
    NOT_ACCEPTED,
    /** 撤回申请. */
    WITHDRAWN,
    /** 终止审核. */
    TERMINATED;

    static final Set<Status> OPEN =
            Set.of(
                    APPLIED,
                    PRE_ACCEPTED,
                    SUPPLEMENT_REQUIRED,
                    ACCEPTED,
                    SPECIAL_PROCEDURE,
                    SUSPENDED);

    static final Set<Status> ENDED = Set.of(CONCLUDED, NOT_ACCEPTED, WITHDRAWN, TERMINATED);

    /** Ended from outside the process, which may learn of it a moment later. */
    static final Set<Status> BROKEN_OFF = Set.of(WITHDRAWN, TERMINATED);

    /** Whether nothing decides about the case any more. */
    public boolean ended() {
        return ENDED.contains(this);
    }
}
