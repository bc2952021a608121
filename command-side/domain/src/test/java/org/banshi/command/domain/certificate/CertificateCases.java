package org.banshi.command.domain.certificate;

import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import java.util.Arrays;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateCommand.Issue;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.ReplaceReason;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.jspecify.annotations.Nullable;

/** Lin's certificate, and what happens to it. */
final class CertificateCases {

    static final CertificateId ID = CertificateId.of("holder-key");
    static final ApplicationId CASE = CaseFixture.CASE;
    static final ApplicationId AGAIN = new ApplicationId("99999999-0000-4000-8000-000000000002");
    static final String IDENTITY = "440106190503071237";
    static final String NUMBER = IDENTITY + "42";

    /** Somebody for whom Lin applies. */
    static final PersonId OTHER = new PersonId("person-other");

    private CertificateCases() {}

    static Then given(CertificateCommand command, CertificateEvent... story) {
        Object[] messages =
                Arrays.stream(story)
                        .map(
                                it ->
                                        new GenericEventMessage<>(it)
                                                .withMetaData(
                                                        StampMetadata.of(on("2026-01-05", CLERK))))
                        .toArray();
        AggregateTestFixture<Certificate> fixture = new AggregateTestFixture<>(Certificate.class);
        return new Then(
                story.length == 0
                        ? fixture.givenNoPriorActivity().when(command)
                        : fixture.given(messages).when(command));
    }

    /** What follows. */
    record Then(ResultValidator<Certificate> result) {

        void happens(CertificateEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void nothingHappens() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void refused(String code) {
            result.expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }
    }

    static Issue issue(String day) {
        return issue(day, IDENTITY, 2, "2026-01-04");
    }

    static Issue issue(String day, String identity, int level, String assessedOn) {
        return issue(day, identity, level, assessedOn, "self");
    }

    static Issue issue(String day, String identity, int level, String assessedOn, String applyFor) {
        return new Issue(
                ID,
                "holder-key",
                CASE,
                LIN,
                applyFor.equals("self") ? LIN : OTHER,
                TOWN,
                applyFor,
                identity,
                Category.PHYSICAL,
                level,
                LocalDate.parse(assessedOn),
                on(day, CLERK));
    }

    static CertificateEvent.Issued issued(String day, String validUntil) {
        return issued(day, validUntil, LIN, null, null);
    }

    static CertificateEvent.Issued issued(
            String day,
            String validUntil,
            PersonId holder,
            @Nullable PersonId guardian,
            @Nullable String guardianUntil) {
        return new CertificateEvent.Issued(
                ID,
                holder,
                "holder-key",
                guardian,
                guardianUntil == null ? null : LocalDate.parse(guardianUntil),
                CASE,
                NUMBER,
                Category.PHYSICAL,
                2,
                LocalDate.parse("2026-01-04"),
                TOWN,
                LocalDate.parse(day),
                LocalDate.parse(validUntil));
    }

    /** The same, asked for by another application: somebody else's, or a later one. */
    static Issue issueAgain(String day) {
        Issue first = issue(day);
        return new Issue(
                first.certificate(),
                first.holderKey(),
                AGAIN,
                first.applicant(),
                first.person(),
                first.region(),
                first.applyFor(),
                first.identityNumber(),
                first.category(),
                first.level(),
                first.assessedOn(),
                first.stamp());
    }

    /** What it led to. */
    static CertificateEvent.Issued issuedAgain(String day, String validUntil) {
        CertificateEvent.Issued first = issued(day, validUntil);
        return new CertificateEvent.Issued(
                first.certificate(),
                first.subject(),
                first.holderKey(),
                first.guardian(),
                first.guardianUntil(),
                AGAIN,
                first.number(),
                first.category(),
                first.level(),
                first.assessedOn(),
                first.region(),
                first.issuedOn(),
                first.validUntil());
    }

    /** Issued on 2026-01-05, valid until 2036-01-04. */
    static CertificateEvent.Issued issued() {
        return issued("2026-01-05", "2036-01-04");
    }

    static CertificateEvent.LossReported lost() {
        return new CertificateEvent.LossReported(ID, LIN);
    }

    static CertificateEvent.Replaced replaced(String day, ReplaceReason reason, String number) {
        return new CertificateEvent.Replaced(ID, LIN, CASE, reason, number, LocalDate.parse(day));
    }

    static CertificateEvent.Expired expired() {
        return new CertificateEvent.Expired(ID, LIN);
    }

    static CertificateEvent.Frozen frozen() {
        return new CertificateEvent.Frozen(ID, LIN);
    }

    static CertificateEvent.MovedOut movedOut(String day, String frozen, String cancelled) {
        return new CertificateEvent.MovedOut(
                ID, LIN, LocalDate.parse(day), LocalDate.parse(frozen), LocalDate.parse(cancelled));
    }

    static CertificateEvent.MovedIn movedIn() {
        return new CertificateEvent.MovedIn(ID, LIN, TOWN);
    }

    static CertificateEvent.DeathMatched matched() {
        return new CertificateEvent.DeathMatched(ID, LIN, "deaths");
    }

    static CertificateEvent.DeathRefuted refuted() {
        return new CertificateEvent.DeathRefuted(ID, LIN);
    }

    static CertificateEvent.Cancelled cancelled(
            CancelReason reason, String day, @Nullable String barredUntil) {
        return new CertificateEvent.Cancelled(
                ID,
                LIN,
                reason,
                LocalDate.parse(day),
                barredUntil == null ? null : LocalDate.parse(barredUntil));
    }
}
