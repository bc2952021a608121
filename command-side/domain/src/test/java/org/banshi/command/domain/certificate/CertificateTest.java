package org.banshi.command.domain.certificate;

import static org.banshi.command.domain.certificate.CertificateCases.CASE;
import static org.banshi.command.domain.certificate.CertificateCases.ID;
import static org.banshi.command.domain.certificate.CertificateCases.IDENTITY;
import static org.banshi.command.domain.certificate.CertificateCases.NUMBER;
import static org.banshi.command.domain.certificate.CertificateCases.OTHER;
import static org.banshi.command.domain.certificate.CertificateCases.cancelled;
import static org.banshi.command.domain.certificate.CertificateCases.expired;
import static org.banshi.command.domain.certificate.CertificateCases.frozen;
import static org.banshi.command.domain.certificate.CertificateCases.given;
import static org.banshi.command.domain.certificate.CertificateCases.issue;
import static org.banshi.command.domain.certificate.CertificateCases.issueAgain;
import static org.banshi.command.domain.certificate.CertificateCases.issued;
import static org.banshi.command.domain.certificate.CertificateCases.issuedAgain;
import static org.banshi.command.domain.certificate.CertificateCases.lost;
import static org.banshi.command.domain.certificate.CertificateCases.replaced;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand.ChangeGrade;
import org.banshi.command.contract.certificate.CertificateCommand.Issue;
import org.banshi.command.contract.certificate.CertificateCommand.Record;
import org.banshi.command.contract.certificate.CertificateCommand.Rehearse;
import org.banshi.command.contract.certificate.CertificateCommand.Renew;
import org.banshi.command.contract.certificate.CertificateCommand.Replace;
import org.banshi.command.contract.certificate.CertificateCommand.ReportFound;
import org.banshi.command.contract.certificate.CertificateCommand.ReportLoss;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.ReplaceReason;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static final String LOSS_DAY = "2026-03-02";

    @Test
    void is_issued_for_ten_years_under_identity_number_category_and_level() {
        given(issue("2026-01-05")).happens(issued("2026-01-05", "2036-01-04"));
    }

    /** Lin was born on 1905-03-07. */
    @Test
    void is_a_minors_own_with_a_guardian_until_full_age() {
        given(issue("2026-01-05", IDENTITY, 2, "2026-01-04", "minor"))
                .happens(issued("2026-01-05", "2036-01-04", OTHER, LIN, "1923-03-06"));
    }

    @Test
    void is_a_wards_own_with_a_guardian_and_of_a_mandate_keeps_none() {
        given(issue("2026-01-05", IDENTITY, 2, "2026-01-04", "ward"))
                .happens(issued("2026-01-05", "2036-01-04", OTHER, LIN, null));
        given(issue("2026-01-05", IDENTITY, 2, "2026-01-04", "mandate"))
                .happens(issued("2026-01-05", "2036-01-04", OTHER, null, null));
    }

    @Test
    void is_issued_once_to_a_holder() {
        given(issueAgain("2026-02-02"), issued()).refused("certificate-held-already");
        given(issueAgain("2026-02-02"), issued(), frozen()).refused("certificate-held-already");
        given(issueAgain("2036-02-02"), issued(), expired()).refused("certificate-held-already");
    }

    @Test
    void is_issued_to_valid_numbers_and_real_levels_after_an_assessment() {
        given(issue("2026-01-05", "440106190503071230", 2, "2026-01-04"))
                .refused("certificate-identity-number");
        given(issue("2026-01-05", IDENTITY, 5, "2026-01-04")).refused("certificate-level");
        given(issue("2026-01-05", IDENTITY, 0, "2026-01-04")).refused("certificate-level");
        given(issue("2026-01-05", IDENTITY, 2, "2026-01-06")).refused("certificate-assessed-later");
    }

    @Test
    void is_not_issued_again_for_a_year_after_the_standard_was_no_longer_met() {
        CertificateEvent ended =
                cancelled(CancelReason.STANDARD_NOT_MET, "2026-01-15", "2027-01-15");

        given(issueAgain("2026-06-01"), issued(), ended).refused("certificate-barred");
        given(issueAgain("2027-01-14"), issued(), ended).refused("certificate-barred");
        given(issueAgain("2027-01-15"), issued(), ended)
                .happens(issuedAgain("2027-01-15", "2037-01-14"));
    }

    @Test
    void can_be_issued_again_at_once_after_a_cancellation_that_bars_nothing() {
        given(
                        issueAgain("2026-02-02"),
                        issued(),
                        cancelled(CancelReason.OWN_WISH, "2026-02-01", null))
                .happens(issuedAgain("2026-02-02", "2036-02-01"));
    }

    /** It was issued with the conclusion; the policy that opens what was granted comes after. */
    @Test
    void is_issued_once_by_an_application_whatever_became_of_it_since() {
        given(issue("2026-01-06"), issued()).nothingHappens();
        given(issue("2026-02-02"), issued(), cancelled(CancelReason.OWN_WISH, "2026-02-01", null))
                .nothingHappens();
    }

    @Test
    void tells_before_a_decision_what_an_issue_would_be_refused_for_and_nothing_happens() {
        given(rehearse(issueAgain("2026-02-02")), issued()).refused("certificate-held-already");
        given(
                        rehearse(issueAgain("2026-06-01")),
                        issued(),
                        cancelled(CancelReason.STANDARD_NOT_MET, "2026-01-15", "2027-01-15"))
                .refused("certificate-barred");
        given(rehearse(issue("2026-01-05"))).nothingHappens();
        given(
                        rehearse(issueAgain("2026-02-02")),
                        issued(),
                        cancelled(CancelReason.OWN_WISH, "2026-02-01", null))
                .nothingHappens();
    }

    private static Rehearse rehearse(Issue issue) {
        return new Rehearse(ID, issue, issue.stamp());
    }

    @Test
    void is_taken_into_the_books_once_as_its_register_has_it() {
        CertificateEvent known =
                new CertificateEvent.Recorded(
                        ID,
                        LIN,
                        "holder-key",
                        NUMBER + "B3",
                        Category.PHYSICAL,
                        2,
                        LocalDate.parse("2020-05-06"),
                        TOWN,
                        LocalDate.parse("2030-05-05"));

        given(known(NUMBER + "B3")).happens(known);
        given(known(NUMBER + "B3"), issued()).nothingHappens();
        given(known(NUMBER + "55")).refused("certificate-number");
        given(replace(ReplaceReason.LOST), known)
                .happens(lost(), replaced(LOSS_DAY, ReplaceReason.LOST, NUMBER + "B4"));
    }

    @Test
    void is_void_while_it_is_lost_and_valid_again_when_it_is_found() {
        ReportLoss loss = new ReportLoss(ID, on(LOSS_DAY, CLERK));
        ReportFound found = new ReportFound(ID, on(LOSS_DAY, CLERK));

        given(loss, issued()).happens(lost());
        given(loss, issued(), lost()).nothingHappens();
        given(loss, issued(), expired()).refused("certificate-not-valid");
        given(found, issued(), lost()).happens(new CertificateEvent.Found(ID, LIN));
        given(found, issued()).refused("certificate-not-lost");
    }

    @Test
    void counts_each_replacement_of_a_lost_card_in_its_number() {
        CertificateEvent first = replaced(LOSS_DAY, ReplaceReason.LOST, NUMBER + "B1");

        given(replace(ReplaceReason.LOST), issued()).happens(lost(), first);
        given(replace(ReplaceReason.LOST), issued(), lost()).happens(first);
        given(replace(ReplaceReason.LOST), issued(), lost(), first)
                .happens(lost(), replaced(LOSS_DAY, ReplaceReason.LOST, NUMBER + "B2"));
    }

    @Test
    void keeps_its_number_when_a_damaged_card_is_handed_in() {
        given(replace(ReplaceReason.DAMAGED), issued())
                .happens(replaced(LOSS_DAY, ReplaceReason.DAMAGED, NUMBER));
        given(replace(ReplaceReason.DAMAGED), issued(), lost()).refused("certificate-not-valid");
    }

    @Test
    void is_not_replaced_when_it_is_not_valid_or_its_number_is_used_up() {
        given(replace(ReplaceReason.LOST), issued(), expired()).refused("certificate-not-valid");
        given(replace(ReplaceReason.LOST), issued(), frozen()).refused("certificate-not-valid");
        given(
                        replace(ReplaceReason.LOST),
                        issued(),
                        replaced(LOSS_DAY, ReplaceReason.LOST, NUMBER + "B9"))
                .refused("certificate-replaced-too-often");
    }

    @Test
    void gets_new_last_digits_with_a_new_grade_and_keeps_its_years() {
        given(change(Category.PHYSICAL, 3), issued())
                .happens(changed(IDENTITY + "43", Category.PHYSICAL, 3));
        given(
                        change(Category.MULTIPLE, 1),
                        issued(),
                        lost(),
                        replaced(LOSS_DAY, ReplaceReason.LOST, NUMBER + "B1"))
                .happens(changed(IDENTITY + "71B1", Category.MULTIPLE, 1));
    }

    @Test
    void stays_as_it_is_with_the_same_grade_and_when_it_is_not_valid() {
        given(change(Category.PHYSICAL, 2), issued()).nothingHappens();
        given(change(Category.PHYSICAL, 7), issued()).refused("certificate-level");
        given(change(Category.PHYSICAL, 3), issued(), lost()).refused("certificate-not-valid");
    }

    @Test
    void is_renewed_for_ten_years_from_a_month_before_its_end() {
        given(renew("2035-12-03"), issued()).refused("certificate-renewal-too-soon");
        given(renew("2035-12-04"), issued()).happens(renewed("2035-12-04", "2045-12-03"));
        given(renew("2036-05-06"), issued(), expired())
                .happens(renewed("2036-05-06", "2046-05-05"));
        given(renew("2036-05-06"), issued(), frozen()).refused("certificate-not-valid");
    }

    private static Record known(String number) {
        return new Record(
                ID,
                "holder-key",
                LIN,
                TOWN,
                number,
                LocalDate.parse("2020-05-06"),
                LocalDate.parse("2030-05-05"),
                on(LOSS_DAY, CLERK));
    }

    private static Replace replace(ReplaceReason reason) {
        return new Replace(ID, CASE, reason, on(LOSS_DAY, CLERK));
    }

    private static ChangeGrade change(Category category, int level) {
        return new ChangeGrade(
                ID, CASE, category, level, LocalDate.parse("2027-02-01"), on("2027-02-03", CLERK));
    }

    private static CertificateEvent changed(String number, Category category, int level) {
        return new CertificateEvent.GradeChanged(
                ID,
                LIN,
                CASE,
                number,
                category,
                level,
                LocalDate.parse("2027-02-01"),
                LocalDate.parse("2027-02-03"));
    }

    private static Renew renew(String day) {
        return new Renew(
                ID, CASE, Category.PHYSICAL, 2, LocalDate.parse("2035-12-01"), on(day, CLERK));
    }

    private static CertificateEvent renewed(String day, String validUntil) {
        return new CertificateEvent.Renewed(
                ID,
                LIN,
                CASE,
                NUMBER,
                Category.PHYSICAL,
                2,
                LocalDate.parse("2035-12-01"),
                LocalDate.parse(day),
                LocalDate.parse(validUntil));
    }
}
