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
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.Seat;
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

    private Optional<Dispute> seenFrom(Seat seat) {
        List<Recorded> story = events.of(seat.application());
        DisputeView view = new DisputeView(seat.party());
        story.forEach(view::take);
        return view.dispute(seat.number(), catalogue);
    }
}
