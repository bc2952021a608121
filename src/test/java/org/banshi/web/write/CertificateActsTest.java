package org.banshi.web.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class CertificateActsTest {

    private static final CertificateId ID = CertificateId.of("key");
    private static final LocalDate TODAY = LocalDate.parse("2026-05-06");
    private static final PersonId HOLDER = new PersonId("person-1");

    private final Reads reads = mock();
    private final Commands commands = mock();
    private final CertificateActs acts = new CertificateActs(reads, commands);

    @BeforeEach
    void aCertificateOfTianhe() {
        when(commands.today()).thenReturn(TODAY);
        when(commands.stamp(any()))
                .thenAnswer(
                        asked ->
                                new Stamp(
                                        Instant.parse("2026-05-06T01:00:00Z"),
                                        asked.getArgument(0)));
        when(reads.one(new FindCertificateRecord(ID), CertificateRecord.class))
                .thenReturn(
                        Optional.of(
                                new CertificateRecord(
                                        HOLDER,
                                        "440106",
                                        CertificateStatus.HELD,
                                        null,
                                        null,
                                        null,
                                        TODAY,
                                        TODAY,
                                        null,
                                        null)));
    }

    @Test
    void the_issuing_body_of_the_region_tells_what_the_check_of_a_death_found() {
        SignedIn officer = officer("county-dpf", "440106");

        acts.checkDeath(officer, ID.value(), false, null);
        assertThat(sent()).isInstanceOf(CertificateCommand.RefuteDeath.class);
    }

    @Test
    void a_death_that_was_checked_cancels_the_certificate() {
        acts.checkDeath(officer("county-dpf", "440106"), ID.value(), true, null);

        assertThat(sent())
                .isInstanceOfSatisfying(
                        CertificateCommand.Cancel.class,
                        it -> assertThat(it.reason()).isEqualTo(CancelReason.DEATH));
    }

    @Test
    void no_other_body_and_no_other_region_does_anything_to_it() {
        SignedIn civil = officer("county-civil", "440106");
        SignedIn yuexiu = officer("county-dpf", "440104");

        problem(
                ProblemKind.FORBIDDEN.code(),
                () -> acts.cancel(civil, ID.value(), CancelReason.OWN_WISH, null));
        problem(
                "certificate-not-found",
                () -> acts.cancel(yuexiu, ID.value(), CancelReason.OWN_WISH, null));
        problem("certificate-not-found", () -> acts.moveOut(yuexiu, ID.value(), TODAY, null));
        problem(
                "certificate-not-found",
                () -> acts.checkDeath(officer("county-dpf", "440106"), "no-id", true, null));
    }

    @Test
    void the_body_of_the_new_place_takes_it_over() {
        acts.moveIn(officer("county-dpf", "440104"), ID.value(), null);

        assertThat(sent())
                .isInstanceOfSatisfying(
                        CertificateCommand.MoveIn.class,
                        it -> assertThat(it.region()).isEqualTo(new RegionCode("440104")));
    }

    @Test
    void only_its_holder_or_guardian_reports_it_lost() {
        SignedIn holder = citizen(HOLDER);
        when(reads.list(new FindMyCertificates(holder.scope(), TODAY), MyCertificate.class))
                .thenReturn(
                        List.of(
                                new MyCertificate(
                                        ID,
                                        false,
                                        CertificateStatus.VALID,
                                        null,
                                        null,
                                        null,
                                        "440106",
                                        TODAY,
                                        null,
                                        null,
                                        null)));

        problem(
                "certificate-not-found",
                () -> acts.lost(citizen(new PersonId("person-2")), ID.value(), true, null));
        acts.lost(holder, ID.value(), true, null);
        assertThat(sent()).isInstanceOf(CertificateCommand.ReportLoss.class);
    }

    private Command sent() {
        ArgumentCaptor<Command> sent = ArgumentCaptor.captor();
        verify(commands).send(eq(ID.value()), sent.capture(), isNull());
        return sent.getValue();
    }

    private static void problem(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.kind().code()).isEqualTo(code));
    }

    private static SignedIn officer(String body, String region) {
        RegionCode in = new RegionCode(region);
        return new SignedIn(
                "officer",
                Text.of("审核员", "officer"),
                new Scope("officer", null, Set.of(Scope.Role.OFFICER), body, in),
                Actor.officer("officer", body, in),
                5,
                null);
    }

    private static SignedIn citizen(PersonId person) {
        return new SignedIn(
                "citizen",
                Text.of("居民", "citizen"),
                new Scope("citizen", person, Set.of(Scope.Role.CITIZEN), null, null),
                Actor.citizen("citizen", person),
                4,
                null);
    }
}
