package org.banshi.command.domain.application;

import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/**
 * Why a case is to be rejected. A rule may propose a reason, but it counts only once a person's
 * step stated it or followed the proposal: no refusal without a person (design §8).
 */
final class StatedReason {

    private static final String REASON = "reason";

    private @Nullable String proposedBy;
    private @Nullable String proposed;
    private @Nullable String byPerson;

    /** Key of the reason among the package's; null where no person stated or confirmed one. */
    @Nullable String byPerson() {
        return byPerson;
    }

    void on(ApplicationEvent.RuleDecided decided) {
        String reason = in(decided.outputs());
        if (reason != null || decided.decision().equals(proposedBy)) {
            proposedBy = decided.decision();
            proposed = reason;
        }
    }

    void on(ApplicationEvent.StepCompleted completed, boolean byOfficer) {
        if (!byOfficer) {
            return;
        }
        String own = in(completed.data());
        if (own != null) {
            byPerson = own;
        } else if (proposed != null) {
            byPerson = proposed;
        }
    }

    /** The deciding body's officer decided: for a reason, or without one in favour. */
    void onDecision(@Nullable String reason) {
        byPerson = reason;
    }

    private static @Nullable String in(@Nullable FormData data) {
        Object reason = CaseFacts.valuesOf(data).get(REASON);
        return reason instanceof String key && !key.isBlank() ? key : null;
    }
}
