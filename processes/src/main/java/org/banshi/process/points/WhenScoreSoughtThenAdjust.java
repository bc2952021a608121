package org.banshi.process.points;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.process.errand.CaseStory;
import org.banshi.process.policy.Policy;

/**
 * While an application whose approval gives a score is under way, the account is under adjustment;
 * when it ends without one, no longer. Which items those are, their packages say under {@code
 * opens}.
 */
public final class WhenScoreSoughtThenAdjust implements Policy {

    /** Name of the policy. */
    public static final String NAME = "when-score-sought-then-adjust";

    private static final String SCORE = "points-score";

    private final Catalogue catalogue;
    private final CaseStory story;

    public WhenScoreSoughtThenAdjust(Catalogue catalogue, CaseStory story) {
        this.catalogue = catalogue;
        this.story = story;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Event>> causes() {
        return Set.of(
                Applied.class,
                ApplicationEvent.AcceptanceRefused.class,
                ApplicationEvent.Withdrawn.class,
                ApplicationEvent.Terminated.class,
                ApplicationEvent.Concluded.class);
    }

    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        if (event instanceof Applied applied) {
            return seeksScore(applied.service()) ? begin(applied, stamp) : List.of();
        }
        return event instanceof ApplicationEvent ended && endsWithoutScore(ended)
                ? drop(ended.application(), stamp)
                : List.of();
    }

    /** Of an erased person nothing is opened any more. */
    private static List<Command> begin(Applied applied, Stamp stamp) {
        return Optional.ofNullable(applied.details())
                .flatMap(details -> IdentityNumber.parse(details.identityNumber()).value())
                .map(
                        number ->
                                List.<Command>of(
                                        new PointsCommand.BeginAdjustment(
                                                PointsAccountId.of(applied.subject()),
                                                applied.subject(),
                                                applied.region().county(),
                                                number.birthDate(),
                                                applied.application(),
                                                stamp)))
                .orElse(List.of());
    }

    private List<Command> drop(ApplicationId application, Stamp stamp) {
        return story.last(application, Applied.class, it -> seeksScore(it.service()))
                .map(
                        applied ->
                                List.<Command>of(
                                        new PointsCommand.DropAdjustment(
                                                PointsAccountId.of(applied.subject()),
                                                application,
                                                stamp)))
                .orElse(List.of());
    }

    private static boolean endsWithoutScore(ApplicationEvent event) {
        return event instanceof ApplicationEvent.AcceptanceRefused
                || event instanceof ApplicationEvent.Withdrawn
                || event instanceof ApplicationEvent.Terminated
                || event instanceof ApplicationEvent.Concluded concluded
                        && concluded.conclusion() == Conclusion.REJECTED;
    }

    private boolean seeksScore(ServiceVersion service) {
        return catalogue
                .find(service)
                .map(it -> it.opens().stream().anyMatch(opening -> opening.kind().equals(SCORE)))
                .orElse(false);
    }
}
