package org.banshi.query.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationEvent.DocumentServed;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.CaseStatus;
import org.junit.jupiter.api.Test;

class DisputeProgressTest {

    private static final Text WORDS = Text.of("词", "words");
    private static final PersonId WORKER = new PersonId("person-zhou");
    private static final String ID = "00000000-0000-4000-8000-000000000001";

    private final Case c =
            new Case(
                    ID,
                    "N-1",
                    WORKER,
                    new ServiceVersion("arbitration", 1),
                    new RegionCode("440106"),
                    WORDS,
                    Instant.EPOCH,
                    new Situation(
                            CaseStatus.ACCEPTED,
                            null,
                            WORDS,
                            null,
                            "12345",
                            Instant.EPOCH,
                            null,
                            WORDS,
                            false,
                            List.of(),
                            true));

    @Test
    void an_award_shows_the_applicant_until_when_it_can_be_contested_once_it_was_served_on_them() {
        Remedy theirs = lawsuit("2026-11-24");
        Remedy own = lawsuit("2026-11-25");

        DisputeProgress.remember(c, served(new PersonId(ID + "-r1"), "r1", theirs));
        assertThat(c.remedies).isEmpty();

        DisputeProgress.remember(c, served(WORKER, "a1", own));
        assertThat(c.remedies).containsExactly(own);
    }

    private static Remedy lawsuit(String lastDay) {
        return new Remedy("lawsuit", WORDS, new DueDate(LocalDate.parse(lastDay), false), "第五十条");
    }

    private static DocumentServed served(PersonId person, String party, Remedy remedy) {
        return new DocumentServed(
                new ApplicationId(ID),
                person,
                party,
                ServedDocument.AWARD,
                1,
                LocalDate.of(2026, 11, 10),
                ServiceWay.DIRECT,
                "receipt",
                null,
                List.of(remedy));
    }
}
