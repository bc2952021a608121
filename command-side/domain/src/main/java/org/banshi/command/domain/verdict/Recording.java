package org.banshi.command.domain.verdict;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;

/** The one way from a {@link Verdict} into the stream of the aggregate at work. */
public final class Recording {

    private Recording() {}

    /**
     * Applies what happens, each event with the stamp of its command.
     *
     * @throws RefusedException when the verdict is a refusal
     */
    public static void record(Verdict verdict, Stamp stamp) {
        if (verdict instanceof Verdict.Refused refused) {
            throw new RefusedException(refused.refusal());
        }
        MetaData metadata = MetaData.from(StampMetadata.of(stamp));
        for (Event event : ((Verdict.Happens) verdict).events()) {
            AggregateLifecycle.apply(event, metadata);
        }
    }
}
