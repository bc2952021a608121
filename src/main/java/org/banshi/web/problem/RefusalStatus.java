package org.banshi.web.problem;

import java.util.HashSet;
import java.util.Set;

/** Which HTTP status a refusal of the domain has: its own code stays the same. */
final class RefusalStatus {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;

    /** Whoever asks is not the one who may. */
    private static final Set<String> NOT_THEIRS =
            Set.of(
                    "not-the-applicant",
                    "officer-only",
                    "work-item-other-body",
                    "work-item-not-overseen",
                    "not-the-party",
                    "access-code",
                    "both-sides",
                    "trust-level-too-low",
                    "mandate-missing",
                    "mandate-not-yours",
                    "own-login-only",
                    "correction-not-own",
                    "correction-not-yours",
                    "correction-concerned",
                    "officer-concerned",
                    "officer-no-deputy",
                    "account-leave-of-others");

    /** A value in the request is wrong, whatever the state of the case. */
    private static final Set<String> WRONG_VALUE =
            Set.of(
                    "account-name-unfit",
                    "account-leave-period",
                    "account-own-deputy",
                    "account-deputy-unfit",
                    "clock-forward-only",
                    "delivery-day",
                    "extension-too-long",
                    "form-invalid",
                    "material-missing",
                    "material-unknown",
                    "paper-missing",
                    "posting-day",
                    "posting-place",
                    "rating-score",
                    "reason-unknown",
                    "service-not-offered",
                    "service-unknown",
                    "special-procedure-limit",
                    "step-outcome-unknown",
                    "step-unknown",
                    "supplement-incomplete",
                    "supplement-item-unknown",
                    "supplement-items-missing",
                    "visit-by-two",
                    "work-item-reason-of-rule",
                    "visit-day",
                    "mandate-oneself",
                    "mandate-terms-incomplete",
                    "correction-unfit",
                    "correction-unreasoned");

    private RefusalStatus() {}

    /** The codes with a status of their own. */
    static Set<String> special() {
        Set<String> codes = new HashSet<>(NOT_THEIRS);
        codes.addAll(WRONG_VALUE);
        return codes;
    }

    /** 409 unless the code says more. */
    static int of(String code) {
        if (NOT_THEIRS.contains(code)) {
            return FORBIDDEN;
        }
        if (code.equals(ProblemKind.PRECONDITION.code())) {
            return PRECONDITION_FAILED;
        }
        return WRONG_VALUE.contains(code) ? UNPROCESSABLE : CONFLICT;
    }
}
