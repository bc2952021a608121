package org.banshi.app.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.banshi.eventstore.codec.Upcaster;

/** How events of older programs are read: each lifts one revision to the next. */
public final class OldRevisions {

    public static final List<Upcaster> UPCASTERS =
            List.of(
                    // The proof is personal since revision 2; what is in clear reads the same.
                    new Upcaster("application.delivered", 1, Set.of(), UnaryOperator.identity()),
                    new Upcaster(
                            "application.register-asked",
                            1,
                            Set.of("about"),
                            OldRevisions::authorityWithoutDays),
                    new Upcaster(
                            "application.register-answered",
                            1,
                            Set.of("answer"),
                            OldRevisions::theOnlyAnswer),
                    // Until revision 2 it held what was answered about others, too.
                    new Upcaster(
                            "application.rule-decided",
                            1,
                            Set.of("inputs", "outputs"),
                            OldRevisions::inputsComplete),
                    // So is the hash of the number by which somebody registered.
                    new Upcaster(
                            "citizen.registered", 1, Set.of("details"), UnaryOperator.identity()),
                    // When time will change a score is told since revision 2.
                    new Upcaster(
                            "points.score-determined",
                            1,
                            Set.of("score"),
                            UnaryOperator.identity()),
                    // Until revision 2 the decision ended it, and heirs were not named.
                    new Upcaster("benefit.stopped", 1, Set.of("reason"), UnaryOperator.identity()),
                    new Upcaster(
                            "benefit.claimed-back",
                            1,
                            Set.of("claimedBack", "reason"),
                            UnaryOperator.identity()),
                    // Since revision 2 an amount says on which figure of a table it rests.
                    new Upcaster(
                            "benefit.granted",
                            1,
                            Set.of("monthlyAmount", "arrears"),
                            UnaryOperator.identity()),
                    new Upcaster(
                            "benefit.confirmed-anew",
                            1,
                            Set.of("monthlyAmount", "arrears"),
                            UnaryOperator.identity()),
                    new Upcaster(
                            "benefit.rerated",
                            1,
                            Set.of("monthlyAmount", "arrears", "reason"),
                            UnaryOperator.identity()),
                    new Upcaster(
                            "benefit.increased",
                            1,
                            Set.of("monthlyAmount", "reason"),
                            UnaryOperator.identity()),
                    new Upcaster(
                            "benefit.decreased",
                            1,
                            Set.of("monthlyAmount", "reason"),
                            UnaryOperator.identity()),
                    // Until revision 2 it went on with the last amount that was paid.
                    new Upcaster(
                            "benefit.resumed",
                            1,
                            Set.of("arrears", "reason"),
                            UnaryOperator.identity()),
                    // Until revision 2 no second case of whoever filed it was open, for nobody.
                    new Upcaster(
                            "application.applied",
                            1,
                            Set.of("details", "form", "queryCode"),
                            UnaryOperator.identity()),
                    // Until revision 2 it did not say whom it is for from now on.
                    new Upcaster(
                            "application.supplemented",
                            1,
                            Set.of("changes"),
                            UnaryOperator.identity()),
                    // Until revision 2 a row was a county's year, whatever the item.
                    new Upcaster("social.spot-check-drawn", 1, Set.of(), UnaryOperator.identity()),
                    // Until revision 2 only the person certified themselves, online.
                    new Upcaster("benefit.certified", 1, Set.of(), UnaryOperator.identity()));

    private OldRevisions() {}

    /** Only the applicant was asked about, and of the authority only the paper was known. */
    private static ObjectNode authorityWithoutDays(ObjectNode asked) {
        ObjectNode authority = JsonNodeFactory.instance.objectNode();
        authority.set("paper", asked.get("authority"));
        asked.set("authority", authority);
        return asked;
    }

    private static ObjectNode inputsComplete(ObjectNode decided) {
        decided.putObject("household");
        return decided;
    }

    private static ObjectNode theOnlyAnswer(ObjectNode answered) {
        return answered.put("awaited", 0);
    }
}
