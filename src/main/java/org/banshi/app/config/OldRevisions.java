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
                    added("application.delivered"),
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
                    // The hash of the number by which somebody registered is personal since then.
                    added("citizen.registered", "details"),
                    // When time will change a score is told since revision 2.
                    added("points.score-determined", "score"),
                    // Until revision 2 the decision ended it, and heirs were not named.
                    added("benefit.stopped", "reason"),
                    // Until revision 3 it did not say of what kind the months were that were paid.
                    added(2, "benefit.stopped", "reason", "heirs"),
                    // Until revision 2 it did not name of whom only one may be confirmed.
                    added("social.confirmed", "monthlyAmount", "opinion"),
                    added("benefit.claimed-back", "claimedBack", "reason"),
                    // Since revision 2 an amount says on which figure of a table it rests.
                    added("benefit.granted", "monthlyAmount", "arrears"),
                    added("benefit.confirmed-anew", "monthlyAmount", "arrears"),
                    // Until revision 3 it did not say that the case had come to less.
                    new Upcaster(
                            "benefit.confirmed-anew",
                            2,
                            Set.of("monthlyAmount", "arrears", "standard"),
                            OldRevisions::notLess),
                    added("benefit.rerated", "monthlyAmount", "arrears", "reason"),
                    added("benefit.increased", "monthlyAmount", "reason"),
                    added("benefit.decreased", "monthlyAmount", "reason"),
                    // Until revision 3 it did not say whether that figure was to be confirmed.
                    added(2, "benefit.increased", "monthlyAmount", "reason", "standard"),
                    added(2, "benefit.decreased", "monthlyAmount", "reason", "standard"),
                    // Until revision 2 it went on with the last amount that was paid.
                    added("benefit.resumed", "arrears", "reason"),
                    // Until revision 2 no second case of whoever filed it was open, for nobody.
                    added("application.applied", "details", "form", "queryCode"),
                    // Until revision 2 it did not say whom it is for from now on.
                    added("application.supplemented", "changes"),
                    // Until revision 2 a row was a county's year, whatever the item.
                    added("social.spot-check-drawn"),
                    // Until revision 2 only the person certified themselves, online.
                    added("benefit.certified"));

    private OldRevisions() {}

    /**
     * The next revision has more, or keeps more of it encrypted: what there was reads the same.
     *
     * @param personal components that the old revision kept encrypted
     */
    private static Upcaster added(String type, String... personal) {
        return added(1, type, personal);
    }

    /** The same of another revision than the first. */
    private static Upcaster added(int revision, String type, String... personal) {
        return new Upcaster(type, revision, Set.of(personal), UnaryOperator.identity());
    }

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

    private static ObjectNode notLess(ObjectNode confirmed) {
        return confirmed.put("less", false);
    }

    private static ObjectNode theOnlyAnswer(ObjectNode answered) {
        return answered.put("awaited", 0);
    }
}
