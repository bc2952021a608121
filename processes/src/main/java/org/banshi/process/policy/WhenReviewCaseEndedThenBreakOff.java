package org.banshi.process.policy;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.errand.CaseStory;
import org.jspecify.annotations.Nullable;

/**
 * A case that verifies a benefit ended without a decision: the verification is broken off and falls
 * due again. Only a case that began ex officio verifies anything.
 */
public final class WhenReviewCaseEndedThenBreakOff implements Policy {

    private final CaseStory story;

    public WhenReviewCaseEndedThenBreakOff(CaseStory story) {
        this.story = story;
    }

    @Override
    public String name() {
        return "when-review-case-ended-then-break-off";
    }

    @Override
    public Set<Class<? extends Event>> causes() {
        return Set.of(ApplicationEvent.Withdrawn.class, ApplicationEvent.Terminated.class);
    }

    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        ApplicationId ended = ended(event);
        return ended == null
                ? List.of()
                : story.last(ended, Applied.class, it -> it.form() != null)
                        .map(it -> it.form().values().get("benefit"))
                        .filter(it -> beganExOfficio(ended))
                        .map(
                                it ->
                                        List.<Command>of(
                                                new BenefitCommand.BreakOffReview(
                                                        new BenefitId(it.toString()), stamp)))
                        .orElse(List.of());
    }

    private boolean beganExOfficio(ApplicationId application) {
        return story.begunBy(application)
                .equals(Actor.system(WhenReviewFellDueThenBeginACase.NAME));
    }

    private static @Nullable ApplicationId ended(Event event) {
        if (event instanceof ApplicationEvent.Withdrawn it) {
            return it.application();
        }
        return event instanceof ApplicationEvent.Terminated it ? it.application() : null;
    }
}
