package org.banshi.app.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.banshi.query.contract.dispute.FindDispute;
import org.banshi.query.contract.dispute.FindDocket;
import org.banshi.query.contract.dispute.FindParties;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.springframework.stereotype.Component;

/**
 * Puts a dispute together from the case's own events, on demand, as seen from the seat of the
 * person who asks. Who has no seat sees nothing.
 */
@Component
public class Disputes {

    private final QueryGateway queries;
    private final CaseEvents events;
    private final Catalogue catalogue;

    public Disputes(QueryGateway queries, CaseEvents events, Catalogue catalogue) {
        this.queries = queries;
        this.events = events;
        this.catalogue = catalogue;
    }

    @QueryHandler
    public Optional<Dispute> handle(FindDispute query) {
        return queries
                .query(new FindSeats(query.scope()), ResponseTypes.multipleInstancesOf(Seat.class))
                .join()
                .stream()
                .filter(seat -> seat.number().equals(query.number()))
                .findFirst()
                .flatMap(this::seenFrom);
    }

    /** An office has no seat: it sees who takes part in a case that it may see. */
    @QueryHandler
    public List<Dispute.Party> handle(FindParties query) {
        return queries.query(
                        new FindProgress(query.number(), query.scope()),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .join()
                .map(
                        progress -> {
                            DisputeView view = new DisputeView("");
                            events.of(progress.application()).forEach(view::take);
                            return view.parties();
                        })
                .orElse(List.of());
    }

    /** What waits for the committee, for an office that may see the case. */
    @QueryHandler
    public Optional<Docket> handle(FindDocket query) {
        Scope scope = query.scope();
        // What a party of the case may see as its applicant counts for nothing here.
        Scope office =
                new Scope(
                        scope.account(),
                        null,
                        scope.has(Role.OFFICER) ? Set.of(Role.OFFICER) : Set.of(),
                        scope.body(),
                        scope.region());
        return queries.query(
                        new FindProgress(query.number(), office),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .join()
                .flatMap(
                        progress -> {
                            DisputeView view = new DisputeView("");
                            events.of(progress.application()).forEach(view::take);
                            return view.docket(query.number(), catalogue);
                        });
    }

    private Optional<Dispute> seenFrom(Seat seat) {
        List<Recorded> story = events.of(seat.application());
        DisputeView view = new DisputeView(seat.party());
        story.forEach(view::take);
        return view.dispute(seat.number(), catalogue);
    }
}
