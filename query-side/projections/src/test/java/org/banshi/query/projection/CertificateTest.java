package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.certificate.ReplaceReason;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.FindTimelyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static final CertificateId ID = CertificateId.of("holder");
    private static final ApplicationId CASE =
            new ApplicationId("00000000-0000-0000-0000-000000000001");
    private static final PersonId HOLDER = new PersonId("person-holder");
    private static final PersonId GUARDIAN = new PersonId("person-guardian");
    private static final String NUMBER = "44010619050307123742";

    private final World world = new World();

    @Test
    void its_holder_sees_it_with_a_masked_number() {
        happened(issued(null, null));

        assertThat(of(HOLDER, "2026-05-06"))
                .extracting(
                        MyCertificate::status,
                        MyCertificate::number,
                        MyCertificate::category,
                        MyCertificate::level,
                        MyCertificate::validUntil,
                        MyCertificate::forAnother)
                .containsExactly(
                        tuple(
                                CertificateStatus.VALID,
                                "440*************3742",
                                Category.PHYSICAL,
                                2,
                                day("2036-01-04"),
                                false));
        assertThat(of(GUARDIAN, "2026-05-06")).isEmpty();
    }

    @Test
    void a_guardian_sees_it_until_the_guardianship_ends() {
        happened(issued(GUARDIAN, "2028-03-06"));

        assertThat(of(GUARDIAN, "2028-03-06"))
                .extracting(MyCertificate::forAnother)
                .containsExactly(true);
        assertThat(of(GUARDIAN, "2028-03-07")).isEmpty();
        assertThat(of(HOLDER, "2028-03-07")).hasSize(1);
    }

    @Test
    void tells_how_it_stands_after_each_event() {
        happened(issued(null, null));

        status(new CertificateEvent.LossReported(ID, HOLDER), CertificateStatus.LOST_REPORTED);
        status(
                new CertificateEvent.Replaced(
                        ID, HOLDER, CASE, ReplaceReason.LOST, NUMBER + "B1", day("2026-02-02")),
                CertificateStatus.VALID);
        assertThat(of(HOLDER, "2026-05-06").get(0).number()).endsWith("42B1");
        happened(
                new CertificateEvent.GradeChanged(
                        ID,
                        HOLDER,
                        CASE,
                        "44010619050307123771B1",
                        Category.MULTIPLE,
                        1,
                        day("2027-02-01"),
                        day("2027-02-02")));
        assertThat(of(HOLDER, "2026-05-06").get(0).category()).isEqualTo(Category.MULTIPLE);
        status(moved(), CertificateStatus.VALID);
        assertThat(of(HOLDER, "2026-05-06").get(0).frozenFrom()).isEqualTo("2027-03-01");
        status(new CertificateEvent.Frozen(ID, HOLDER), CertificateStatus.FROZEN);
        status(new CertificateEvent.DeathMatched(ID, HOLDER, "deaths"), CertificateStatus.HELD);
        status(new CertificateEvent.DeathRefuted(ID, HOLDER), CertificateStatus.FROZEN);
        status(
                new CertificateEvent.MovedIn(ID, HOLDER, new RegionCode("440104")),
                CertificateStatus.VALID);
        assertThat(of(HOLDER, "2026-05-06").get(0).frozenFrom()).isNull();
        status(new CertificateEvent.Expired(ID, HOLDER), CertificateStatus.EXPIRED);
        status(
                new CertificateEvent.Cancelled(
                        ID,
                        HOLDER,
                        CancelReason.STANDARD_NOT_MET,
                        day("2036-02-01"),
                        day("2037-02-01")),
                CertificateStatus.CANCELLED);
        assertThat(of(HOLDER, "2026-05-06").get(0).barredUntil()).isEqualTo("2037-02-01");
    }

    @Test
    void is_found_when_the_calendar_changes_it_next() {
        happened(issued(null, null));
        assertThat(timely("2036-01-04")).isEmpty();
        assertThat(timely("2036-01-05")).containsExactly(ID);

        happened(moved());
        assertThat(timely("2027-02-28")).isEmpty();
        assertThat(timely("2027-03-01")).containsExactly(ID);

        happened(new CertificateEvent.Frozen(ID, HOLDER));
        assertThat(timely("2027-08-31")).isEmpty();
        assertThat(timely("2027-09-01")).containsExactly(ID);

        happened(new CertificateEvent.DeathMatched(ID, HOLDER, "deaths"));
        assertThat(timely("2040-01-01")).isEmpty();
    }

    @Test
    void the_register_knows_what_the_books_say_also_of_one_that_was_cancelled() {
        happened(issued(null, null));
        happened(
                new CertificateEvent.Cancelled(
                        ID,
                        HOLDER,
                        CancelReason.STANDARD_NOT_MET,
                        day("2026-01-15"),
                        day("2027-01-15")));
        world.catchUp();

        assertThat(
                        world.ask(
                                new FindCertificateRecord(ID),
                                ResponseTypes.optionalInstanceOf(CertificateRecord.class)))
                .contains(
                        new CertificateRecord(
                                HOLDER,
                                "440106",
                                CertificateStatus.CANCELLED,
                                NUMBER,
                                Category.PHYSICAL,
                                2,
                                day("2026-01-04"),
                                day("2036-01-04"),
                                CancelReason.STANDARD_NOT_MET,
                                day("2026-01-15")));
        assertThat(
                        world.ask(
                                new FindCertificateRecord(CertificateId.of("nobody")),
                                ResponseTypes.optionalInstanceOf(CertificateRecord.class)))
                .isEmpty();
    }

    private void status(CertificateEvent event, CertificateStatus status) {
        happened(event);
        assertThat(of(HOLDER, "2026-05-06"))
                .extracting(MyCertificate::status)
                .containsExactly(status);
    }

    private void happened(CertificateEvent event) {
        world.story.add("certificate", ID.value(), event);
    }

    private List<MyCertificate> of(PersonId person, String today) {
        world.catchUp();
        Scope scope = new Scope("citizen", person, Set.of(Scope.Role.CITIZEN), null, null);
        return world.ask(
                new FindMyCertificates(scope, day(today)),
                ResponseTypes.multipleInstancesOf(MyCertificate.class));
    }

    private List<CertificateId> timely(String today) {
        world.catchUp();
        return world.ask(
                new FindTimelyCertificates(day(today), 10),
                ResponseTypes.multipleInstancesOf(CertificateId.class));
    }

    private static CertificateEvent moved() {
        return new CertificateEvent.MovedOut(
                ID, HOLDER, day("2026-08-31"), day("2027-03-01"), day("2027-09-01"));
    }

    private static CertificateEvent issued(@Nullable PersonId guardian, @Nullable String until) {
        return new CertificateEvent.Issued(
                ID,
                HOLDER,
                "holder",
                guardian,
                until == null ? null : day(until),
                CASE,
                NUMBER,
                Category.PHYSICAL,
                2,
                day("2026-01-04"),
                new RegionCode("440106"),
                day("2026-01-05"),
                day("2036-01-04"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
