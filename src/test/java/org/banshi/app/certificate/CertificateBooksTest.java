package org.banshi.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.register.RegisterPort;
import org.banshi.process.register.RegisterPort.Answer;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

class CertificateBooksTest {

    private static final String NUMBER = "440106190503071237";
    private static final Answer UNKNOWN =
            new Answer(RegisterOutcome.UNKNOWN_PERSON, FormData.empty());

    private final QueryGateway queries = mock();
    private final PersonalData personalData = mock();
    private final RegisterPort books =
            new CertificateBooks(queries, personalData, (register, about, authority) -> UNKNOWN);

    @BeforeEach
    void theNumberHasAKey() {
        when(personalData.hash("holder", NUMBER)).thenReturn("key");
    }

    private void booked(Optional<CertificateRecord> found) {
        when(queries.query(
                        eq(new FindCertificateRecord(CertificateId.of("key"))),
                        ArgumentMatchers.<ResponseType<Optional<CertificateRecord>>>any()))
                .thenReturn(CompletableFuture.completedFuture(found));
    }

    private Answer ask(String register) {
        return ask(register, NUMBER);
    }

    private Answer ask(String register, String number) {
        return books.ask(
                register,
                new FormData(Map.of("identityNumber", number)),
                Authority.of("application"));
    }

    @Test
    void finds_a_number_however_it_was_typed() {
        booked(
                Optional.of(
                        new CertificateRecord(
                                new PersonId("person-1"),
                                "440106",
                                CertificateStatus.CANCELLED,
                                NUMBER + "42",
                                Category.PHYSICAL,
                                2,
                                LocalDate.parse("2020-05-06"),
                                LocalDate.parse("2030-05-05"),
                                CancelReason.STANDARD_NOT_MET,
                                LocalDate.parse("2026-01-15"))));

        assertThat(ask("disability-certificate", "４４０１０６19050307 1237").outcome())
                .isEqualTo(RegisterOutcome.ANSWERED);
    }

    /** What example D15 rests on. */
    @Test
    void answers_for_a_certificate_in_our_books() {
        booked(
                Optional.of(
                        new CertificateRecord(
                                new PersonId("person-1"),
                                "440106",
                                CertificateStatus.CANCELLED,
                                NUMBER + "42",
                                Category.PHYSICAL,
                                2,
                                LocalDate.parse("2020-05-06"),
                                LocalDate.parse("2030-05-05"),
                                CancelReason.STANDARD_NOT_MET,
                                LocalDate.parse("2026-01-15"))));

        Answer answer = ask("disability-certificate");

        assertThat(answer.outcome()).isEqualTo(RegisterOutcome.ANSWERED);
        assertThat(answer.data().values())
                .containsEntry("status", "cancelled")
                .containsEntry("cancelReason", "standard-not-met")
                .containsEntry("cancelledOn", "2026-01-15")
                .containsEntry("number", NUMBER + "42")
                .containsEntry("category", "PHYSICAL")
                .containsEntry("level", 2)
                .containsEntry("lastAssessedOn", "2020-05-06");
    }

    @Test
    void asks_the_register_behind_it_about_anybody_else_and_anything_else() {
        booked(Optional.empty());

        assertThat(ask("disability-certificate")).isEqualTo(UNKNOWN);
        assertThat(ask("household")).isEqualTo(UNKNOWN);
    }
}
