package org.banshi.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.certificate.CertificateCommand.LetTimePass;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.query.contract.certificate.FindTimelyCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;

class CertificateCalendarTest {

    private static final CertificateId ONE = CertificateId.of("one");
    private static final CertificateId OTHER = CertificateId.of("other");

    private final QueryGateway queries = mock();
    private final CommandGateway commands = mock();
    private final BusinessClock clock = mock();
    private final CertificateCalendar calendar = new CertificateCalendar(queries, commands, clock);

    @BeforeEach
    void isTheNinthOfOctober() {
        when(clock.now()).thenReturn(Instant.parse("2027-10-09T01:00:00Z"));
        when(clock.today()).thenReturn(LocalDate.parse("2027-10-09"));
        when(queries.query(
                        argThat(
                                (FindTimelyCertificates it) ->
                                        it.today().equals(LocalDate.parse("2027-10-09"))),
                        ArgumentMatchers.<ResponseType<List<CertificateId>>>any()))
                .thenReturn(CompletableFuture.completedFuture(List.of(ONE, OTHER)));
    }

    @Test
    void lets_time_pass_for_each_certificate_whose_day_has_come() {
        calendar.turn();

        ArgumentCaptor<LetTimePass> sent = ArgumentCaptor.captor();
        verify(commands, times(2)).sendAndWait(sent.capture());
        assertThat(sent.getAllValues())
                .extracting(LetTimePass::certificate)
                .containsExactly(ONE, OTHER);
        assertThat(sent.getAllValues())
                .allSatisfy(
                        it -> {
                            assertThat(it.stamp().day()).isEqualTo("2027-10-09");
                            assertThat(it.stamp().by().kind()).isEqualTo(Actor.Kind.SYSTEM);
                        });
    }

    @Test
    void goes_on_with_the_others_when_one_fails() {
        when(commands.sendAndWait(any()))
                .thenThrow(new IllegalStateException("unreadable"))
                .thenReturn(null);

        calendar.turn();

        verify(commands, times(2)).sendAndWait(any());
    }
}
