package org.banshi.web.citizen;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.LevelWays;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.arbitration.ArbitrationEvent.Docketed;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What would keep somebody from filing for an item, told before a form is filled in and papers are
 * uploaded. The rules have the last word when it is filed.
 */
@Component
class Hurdles {

    /** Newest cases that are looked at. */
    private static final int NEWEST = 20;

    /** For which item a case is, and how it came in. */
    private static final Interest FILED =
            Interest.inImpersonal(Set.of(Applied.class, Docketed.class));

    private final Reads reads;
    private final CaseEvents events;
    private final LevelWays ways;

    Hurdles(Reads reads, CaseEvents events, LevelWays ways) {
        this.reads = reads;
        this.events = events;
        this.ways = ways;
    }

    /**
     * What stands in the way.
     *
     * @param openCase number of the open case for the same item
     * @param another whether another may be open beside that, for somebody else or on another
     *     dispute
     * @param tooLow whether the item asks for a stronger proof of identity
     * @param level that the person has
     * @param face whether a face check gives what the item asks for
     * @param proof whether another service may have vouched for less than is known here
     */
    record Hurdle(
            @Nullable String openCase,
            boolean another,
            boolean tooLow,
            int level,
            boolean face,
            boolean proof) {

        /** Whether there is nothing to begin with. */
        public boolean bars() {
            return tooLow || !another;
        }
    }

    /** Empty where nothing is known that stands in the way; so it is for who is not logged in. */
    Optional<Hurdle> of(@Nullable SignedIn who, ServiceDefinition service) {
        if (who == null || !who.scope().has(Role.CITIZEN)) {
            return Optional.empty();
        }
        Integer level = who.actor().trustLevel();
        boolean tooLow =
                who.actor().kind() == Actor.Kind.CITIZEN
                        && level != null
                        && level < service.trustLevel();
        Open open = openCase(who, service.version().service()).orElse(null);
        return tooLow || open != null
                ? Optional.of(
                        new Hurdle(
                                open == null ? null : open.number(),
                                open == null || open.another(),
                                tooLow,
                                who.trustLevel(),
                                service.trustLevel() <= ways.face(),
                                ways.providers()))
                : Optional.empty();
    }

    private Optional<Open> openCase(SignedIn who, String service) {
        Page<Progress.Row> newest = reads.page(new FindMyCases(who.scope(), null, NEWEST));
        return newest.rows().stream()
                .filter(row -> !CaseStatus.of(row.status()).map(CaseStatus::isEnd).orElse(false))
                .flatMap(row -> filed(row, service).stream())
                .findFirst();
    }

    /** A review that the office began is in nobody's way. */
    private Optional<Open> filed(Progress.Row row, String service) {
        List<Event> story =
                events.of(row.application(), FILED).stream().map(Recorded::event).toList();
        boolean docketed = story.stream().anyMatch(Docketed.class::isInstance);
        return story.stream()
                .filter(Applied.class::isInstance)
                .map(Applied.class::cast)
                .filter(
                        applied ->
                                applied.service().service().equals(service)
                                        && applied.channel() != Channel.EX_OFFICIO)
                .map(it -> new Open(it.number(), docketed || it.openFor() != null))
                .findFirst();
    }

    /** A case that is open, and whether there may be another beside it. */
    private record Open(String number, boolean another) {}
}
