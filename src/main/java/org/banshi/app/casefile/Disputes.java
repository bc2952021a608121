package org.banshi.app.casefile;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.FindDispute;
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

    private Optional<Dispute> seenFrom(Seat seat) {
        List<Recorded> story = events.of(seat.application());
        DisputeView view = new DisputeView(seat.party());
        story.forEach(view::take);
        return view.dispute(seat.number(), catalogue);
    }
}
