package org.banshi.query.contract.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.banshi.command.contract.text.Text;

/** Where in its lifecycle a case is, as {@link Progress#status()} spells it. */
public enum CaseStatus {
    APPLIED(false, Text.of("已提交", "Submitted")),
    PRE_ACCEPTED(false, Text.of("已预受理", "Pre-accepted")),
    ACCEPTED(false, Text.of("已受理", "Accepted")),
    SUPPLEMENT_REQUESTED(false, Text.of("待补正", "Waiting for your papers")),
    SPECIAL_PROCEDURE(false, Text.of("特别程序中", "In a special procedure")),
    SUSPENDED(false, Text.of("已中止", "Suspended")),
    ACCEPTANCE_REFUSED(true, Text.of("不予受理", "Not accepted")),
    APPROVED(true, Text.of("已办结（准予）", "Approved")),
    REJECTED(true, Text.of("已办结（不予）", "Rejected")),
    /** Concluded, in an item whose cases are neither approved nor rejected. */
    CLOSED(true, Text.of("已办结", "Closed")),
    COLLECTED(true, Text.of("已领取", "Collected")),
    WITHDRAWN(true, Text.of("已撤回", "Withdrawn")),
    TERMINATED(true, Text.of("已终止", "Terminated"));

    private final boolean end;
    private final Text words;

    CaseStatus(boolean end, Text words) {
        this.end = end;
        this.words = words;
    }

    /** The stable spelling, such as {@code acceptance-refused}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing more is decided in such a case. */
    public boolean isEnd() {
        return end;
    }

    /** The status in words for a person. */
    public Text words() {
        return words;
    }

    public static Optional<CaseStatus> of(String key) {
        return Arrays.stream(values()).filter(status -> status.key().equals(key)).findFirst();
    }
}
