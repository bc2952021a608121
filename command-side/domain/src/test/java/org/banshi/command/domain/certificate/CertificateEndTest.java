package org.banshi.command.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.certificate.CertificateCases.ID;
import static org.banshi.command.domain.certificate.CertificateCases.NUMBER;
import static org.banshi.command.domain.certificate.CertificateCases.cancelled;
import static org.banshi.command.domain.certificate.CertificateCases.expired;
import static org.banshi.command.domain.certificate.CertificateCases.frozen;
import static org.banshi.command.domain.certificate.CertificateCases.given;
import static org.banshi.command.domain.certificate.CertificateCases.issued;
import static org.banshi.command.domain.certificate.CertificateCases.lost;
import static org.banshi.command.domain.certificate.CertificateCases.matched;
import static org.banshi.command.domain.certificate.CertificateCases.movedIn;
import static org.banshi.command.domain.certificate.CertificateCases.movedOut;
import static org.banshi.command.domain.certificate.CertificateCases.refuted;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand.Cancel;
import org.banshi.command.contract.certificate.CertificateCommand.CancelBelowStandard;
import org.banshi.command.contract.certificate.CertificateCommand.LetTimePass;
import org.banshi.command.contract.certificate.CertificateCommand.MatchDeath;
import org.banshi.command.contract.certificate.CertificateCommand.MoveIn;
import org.banshi.command.contract.certificate.CertificateCommand.RefuteDeath;
import org.banshi.command.contract.certificate.CertificateCommand.ReportMoveOut;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules.Changes;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateEndTest {

    /** 31 August and half a year is the last of February: frozen from the day after. */
    @Test
    void is_frozen_after_six_months_and_cancelled_after_a_year_that_it_was_left_behind() {
        given(moveOut("2026-08-31"), issued())
                .happens(movedOut("2026-08-31", "2027-03-01", "2027-09-01"));

        given(time("2027-02-28"), issued(), left()).nothingHappens();
        given(time("2027-03-01"), issued(), left()).happens(frozen());
        given(time("2027-03-02"), issued(), left(), frozen()).nothingHappens();
        given(time("2027-08-31"), issued(), left(), frozen()).nothingHappens();
        given(time("2027-09-01"), issued(), left(), frozen())
                .happens(cancelled(CancelReason.NOT_MOVED, "2027-09-01", null));
    }

    @Test
    void catches_up_on_all_that_was_due_when_nobody_looked_for_long() {
        given(time("2027-10-08"), issued(), left())
                .happens(frozen(), cancelled(CancelReason.NOT_MOVED, "2027-10-08", null));
    }

    @Test
    void thaws_when_it_follows_its_holder_within_the_year() {
        given(moveIn("2027-03-02"), issued(), left(), frozen()).happens(movedIn());
        given(moveIn("2027-09-01"), issued(), left(), frozen())
                .refused("certificate-moved-too-late");
        given(time("2027-10-08"), issued(), left(), frozen(), movedIn()).nothingHappens();
    }

    @Test
    void knows_a_move_once_and_none_to_come() {
        given(moveOut("2026-12-01"), issued()).refused("certificate-moved-later");
        given(moveOut("2026-09-01"), issued(), left()).nothingHappens();
        given(moveOut("2026-09-01"), issued(), matched()).refused("certificate-not-valid");
    }

    @Test
    void expires_on_the_day_after_its_last() {
        given(time("2036-01-04"), issued()).nothingHappens();
        given(time("2036-01-05"), issued()).happens(expired());
        given(time("2036-01-05"), issued(), lost()).happens(expired());
        given(time("2036-01-06"), issued(), expired()).nothingHappens();
    }

    @Test
    void bars_a_new_application_for_a_year_where_the_standard_is_no_longer_met() {
        given(cancel("2026-01-15", CancelReason.STANDARD_NOT_MET, CLERK), issued())
                .happens(cancelled(CancelReason.STANDARD_NOT_MET, "2026-01-15", "2027-01-15"));
        given(cancel("2026-01-15", CancelReason.OWN_WISH, CLERK), issued())
                .happens(cancelled(CancelReason.OWN_WISH, "2026-01-15", null));
    }

    @Test
    void is_cancelled_once_and_by_a_person() {
        given(cancel("2026-01-15", CancelReason.DEATH, PROCESS), issued())
                .refused("certificate-cancelled-by-a-person");
        given(
                        cancel("2026-01-15", CancelReason.DEATH, CLERK),
                        issued(),
                        cancelled(CancelReason.OWN_WISH, "2026-01-10", null))
                .refused("certificate-cancelled");
    }

    @Test
    void ends_with_what_an_assessment_found_also_where_only_its_register_has_it() {
        CertificateEvent ended =
                cancelled(CancelReason.STANDARD_NOT_MET, "2026-01-15", "2027-01-15");
        CertificateEvent recorded =
                new CertificateEvent.Recorded(
                        ID,
                        LIN,
                        "holder-key",
                        NUMBER,
                        Category.PHYSICAL,
                        2,
                        LocalDate.parse("2016-01-20"),
                        TOWN,
                        LocalDate.parse("2026-01-20"));
        given(below(NUMBER, CLERK)).happens(recorded, ended);
        given(below(null, CLERK)).refused("certificate-not-in-the-books");
        given(below(NUMBER, PROCESS)).refused("certificate-cancelled-by-a-person");
        given(below(null, CLERK), issued()).happens(ended);
        given(below(null, CLERK), issued(), ended).nothingHappens();
        given(below(null, CLERK), issued(), matched()).refused("certificate-death-unchecked");
        given(below(null, PROCESS), issued()).refused("certificate-cancelled-by-a-person");
    }

    @Test
    void bars_also_where_it_ended_for_another_reason_before_the_finding() {
        CertificateEvent barred =
                cancelled(CancelReason.STANDARD_NOT_MET, "2026-01-15", "2027-01-15");
        CertificateEvent notMoved = cancelled(CancelReason.NOT_MOVED, "2026-01-10", null);
        CertificateEvent died = cancelled(CancelReason.DEATH, "2026-01-10", null);

        given(below(null, CLERK), issued(), notMoved).happens(barred);
        given(below(null, CLERK), issued(), notMoved, barred).nothingHappens();
        given(below(null, CLERK), issued(), died).nothingHappens();
    }

    private static CancelBelowStandard below(@Nullable String number, Actor by) {
        return new CancelBelowStandard(
                ID,
                "holder-key",
                LIN,
                TOWN,
                number,
                LocalDate.parse("2016-01-20"),
                LocalDate.parse("2026-01-20"),
                on("2026-01-15", by));
    }

    @Test
    void is_held_by_the_match_of_a_death_until_a_person_has_checked() {
        given(match(), issued()).happens(matched());
        given(match(), issued(), matched()).nothingHappens();
        given(time("2036-02-01"), issued(), matched()).nothingHappens();
        given(cancel("2026-02-02", CancelReason.OWN_WISH, CLERK), issued(), matched())
                .refused("certificate-death-unchecked");
        given(cancel("2026-02-02", CancelReason.DEATH, CLERK), issued(), matched())
                .happens(cancelled(CancelReason.DEATH, "2026-02-02", null));
    }

    @Test
    void is_as_it_was_after_a_false_match() {
        RefuteDeath refute = new RefuteDeath(ID, on("2026-02-02", CLERK));

        given(refute, issued(), matched()).happens(refuted());
        given(refute, issued()).refused("certificate-not-held");
        given(refute, issued(), matched(), refuted()).refused("certificate-not-held");
        given(moveIn("2027-03-02"), issued(), left(), frozen(), matched())
                .refused("certificate-not-valid");
        given(moveIn("2027-03-02"), issued(), left(), frozen(), matched(), refuted())
                .happens(movedIn());
    }

    @Test
    void claims_its_holder_from_issue_to_cancellation() {
        CertificateClaims claims = new CertificateClaims();

        assertThat(claims.of(ID.value(), issued()))
                .isEqualTo(
                        new Changes(
                                List.of(new Claim("disability-certificate", "holder-key")),
                                List.of(Claim.every("recorded-death"))));
        assertThat(claims.of(ID.value(), cancelled(CancelReason.OWN_WISH, "2026-01-15", null)))
                .isEqualTo(new Changes(List.of(), List.of(Claim.every("disability-certificate"))));
        CertificateEvent.Cancelled died = cancelled(CancelReason.DEATH, "2026-01-15", null);
        assertThat(claims.of(ID.value(), died))
                .as("until another is issued")
                .isEqualTo(
                        new Changes(
                                List.of(
                                        new Claim(
                                                "recorded-death",
                                                died.subject() + "/" + ID.value())),
                                List.of(Claim.every("disability-certificate"))));
        assertThat(claims.of(ID.value(), expired())).isEqualTo(Changes.NONE);
        assertThat(claims.concerns(expired().getClass())).isFalse();
    }

    private static CertificateEvent left() {
        return movedOut("2026-08-31", "2027-03-01", "2027-09-01");
    }

    private static ReportMoveOut moveOut(String movedOn) {
        return new ReportMoveOut(ID, LocalDate.parse(movedOn), on("2026-09-01", CLERK));
    }

    private static MoveIn moveIn(String day) {
        return new MoveIn(ID, TOWN, on(day, CLERK));
    }

    private static LetTimePass time(String day) {
        return new LetTimePass(ID, on(day, PROCESS));
    }

    private static Cancel cancel(String day, CancelReason reason, Actor by) {
        return new Cancel(ID, reason, on(day, by));
    }

    private static MatchDeath match() {
        return new MatchDeath(ID, "deaths", on("2026-02-01", PROCESS));
    }
}
