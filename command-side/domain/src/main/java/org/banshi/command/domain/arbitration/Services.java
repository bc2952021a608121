package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.calendar.DueDate;
import org.jspecify.annotations.Nullable;

/** What was served on whom and when, and who has answered: it only evolves. */
final class Services {

    private final List<ArbitrationEvent.DocumentServed> served = new ArrayList<>();
    private final Map<String, LocalDate> made = new HashMap<>();

    // By party, in the order in which they came.
    private final Map<String, LocalDate> answered = new LinkedHashMap<>();

    // By party, how many answers had come when one was passed on: all of them went with it.
    private final Map<String, Integer> passedOn = new HashMap<>();
    private @Nullable LocalDate announcedUntil;

    /** From then on there is a document to serve, whose service opens or closes somebody's time. */
    void made(ArbitrationEvent event, LocalDate day) {
        if (event instanceof ArbitrationEvent.HearingSet set) {
            made.put(key(ServedDocument.HEARING_NOTICE, set.hearing()), day);
        } else if (event instanceof ArbitrationEvent.Settled settled) {
            made.put(key(ServedDocument.SETTLEMENT, settled.serial()), day);
        } else if (event instanceof ArbitrationEvent.AwardMade award) {
            made.put(key(ServedDocument.AWARD, award.award()), day);
        } else if (event instanceof ArbitrationEvent.AdvanceGranted granted) {
            made.put(key(ServedDocument.ADVANCE_RULING, granted.advance()), day);
        } else if (event instanceof ArbitrationEvent.AdvanceDenied denied) {
            made.put(key(ServedDocument.ADVANCE_DENIAL, denied.advance()), day);
        }
    }

    /** Whether that document was made after {@code day}, so that nobody had it by then. */
    boolean madeAfter(ServedDocument document, int serial, LocalDate day) {
        LocalDate madeOn = made.get(key(document, serial));
        return madeOn != null && day.isBefore(madeOn);
    }

    private static String key(ServedDocument document, int serial) {
        return document + "/" + serial;
    }

    void on(ArbitrationEvent.DocumentServed event) {
        served.add(event);
        if (event.document() == ServedDocument.ANSWER) {
            passedOn.merge(event.party(), answered.size(), Math::max);
        }
    }

    void on(ArbitrationEvent.Answered event, LocalDate day) {
        answered.put(event.party(), day);
    }

    void on(ArbitrationEvent.AnnouncementPosted event) {
        if (announcedUntil == null || event.until().isAfter(announcedUntil)) {
            announcedUntil = event.until();
        }
    }

    /** The day on which the document reached the party. */
    Optional<LocalDate> dayOf(String party, ServedDocument document, int serial) {
        return served.stream()
                .filter(it -> it.party().equals(party))
                .filter(it -> it.document() == document && it.serial() == serial)
                .map(ArbitrationEvent.DocumentServed::day)
                .findFirst();
    }

    /** Whether that document reached the party, by itself or with another. */
    boolean reached(String party, ServedDocument document, int serial) {
        return dayOf(party, document, serial).isPresent()
                || document == ServedDocument.ANSWER && serial <= passedOn.getOrDefault(party, 0);
    }

    boolean answered(String party) {
        return answered.containsKey(party);
    }

    /**
     * How many have answered; an answer is served by its number, in the order in which they came.
     */
    int answers() {
        return answered.size();
    }

    /** When the first answer came that one of {@code claimants} does not have yet. */
    Optional<LocalDate> answerUnservedSince(List<Parties.Party> claimants) {
        int serial = 0;
        for (LocalDate came : answered.values()) {
            int number = ++serial;
            boolean reached =
                    claimants.stream()
                            .allMatch(it -> reached(it.key(), ServedDocument.ANSWER, number));
            if (!reached) {
                return Optional.of(came);
            }
        }
        return Optional.empty();
    }

    /** Until when the party may answer; empty until the claim was served on it. */
    Optional<DueDate> answerBy(String party) {
        return served.stream()
                .filter(it -> it.party().equals(party) && it.answerBy() != null)
                .map(ArbitrationEvent.DocumentServed::answerBy)
                .findFirst();
    }

    /** The end of the latest announcement, whose time is left out already. */
    @Nullable LocalDate announcedUntil() {
        return announcedUntil;
    }
}
