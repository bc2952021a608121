package org.banshi.web.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.Receipts;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.Samples;
import org.banshi.web.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class CommandsTest {

    private static final RequestKey KEY = new RequestKey("li-mei/apply/key-1", "hash-1");

    private final CommandGateway gateway = mock();
    private final LogPositions positions = mock();
    private final Receipts receipts = mock();
    private final Commands commands =
            new Commands(
                    gateway,
                    positions,
                    new FirstAnswers(receipts, new ObjectMapper()),
                    () -> Instant.EPOCH);
    private final Command command =
            new ClockCommand.Advance(
                    ClockCommand.CLOCK, Duration.ofDays(1), commands.stamp(Actor.system("test")));

    @BeforeEach
    void set_the_stage() {
        when(positions.lastAppended()).thenReturn(7L);
        when(receipts.find(any())).thenReturn(Optional.empty());
    }

    @Test
    void tells_the_position_and_sends_the_key_along() {
        assertThat(commands.send("stream", command, KEY))
                .isEqualTo(new Written("stream", 7, false));

        ArgumentCaptor<GenericCommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(gateway).sendAndWait(sent.capture());
        assertThat(sent.getValue().getMetaData())
                .containsEntry(DuplicateRequestException.KEY, KEY.key())
                .containsEntry(DuplicateRequestException.HASH, KEY.hash());
    }

    @Test
    void answers_a_repeated_request_like_the_first_though_nothing_was_left_to_do() {
        when(positions.lastAppended()).thenReturn(0L);
        when(positions.head()).thenReturn(9L);
        assertThat(commands.send("stream", command, KEY))
                .isEqualTo(new Written("stream", 9, false));

        when(receipts.find(KEY.key()))
                .thenReturn(Optional.of(new Receipts.Receipt(KEY.hash(), "stream", 3)));

        assertThat(commands.send("stream", command, KEY)).isEqualTo(new Written("stream", 3, true));
    }

    @Test
    void decides_again_when_somebody_was_quicker() {
        when(gateway.sendAndWait(any()))
                .thenThrow(new ConcurrencyException("quicker"))
                .thenThrow(new ConcurrencyException("quicker"))
                .thenReturn(null);

        assertThat(commands.send("stream", command, null).position()).isEqualTo(7);
        verify(gateway, times(3)).sendAndWait(any());
    }

    @Test
    void gives_back_what_was_taken_a_moment_before_stepping_back() {
        SignedIn officer = Samples.staff(Role.OFFICER);
        WorkItemRow held = Samples.task("claimed", officer.account());
        QueryGateway queries =
                mock(
                        QueryGateway.class,
                        asked ->
                                CompletableFuture.completedFuture(
                                        new Page<>(List.of(held), null, 1)));
        OfficerActs acts = new OfficerActs(new Reads(queries, positions), commands, mock());
        when(positions.head()).thenReturn(7L);
        assertThatThrownBy(() -> acts.declare(officer, Samples.progress(), Concern.KIN))
                .as("the work list is behind")
                .isInstanceOf(ProblemException.class);
        verifyNoInteractions(queries);

        when(positions.await(View.WORK_LIST.subscription(), 7, Reads.PATIENCE)).thenReturn(true);
        acts.declare(officer, Samples.progress(), Concern.KIN);

        ArgumentCaptor<GenericCommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(gateway, times(3)).sendAndWait(sent.capture());
        assertThat(sent.getValue().getPayload())
                .isInstanceOfSatisfying(
                        WorkItemCommand.Release.class,
                        it -> assertThat(it.workItem()).isEqualTo(held.workItem()));
        Samples.nobody();
    }

    @Test
    void gives_up_where_somebody_is_always_quicker() {
        when(gateway.sendAndWait(any())).thenThrow(new ConcurrencyException("quicker"));

        assertThatThrownBy(() -> commands.send("stream", command, KEY))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void answers_a_repeated_request_like_the_first_though_the_rules_would_refuse_it_now() {
        when(gateway.sendAndWait(any())).thenThrow(refusal());
        when(receipts.find(KEY.key()))
                .thenReturn(Optional.of(new Receipts.Receipt(KEY.hash(), "first", 3)));

        assertThat(commands.send("second", command, KEY)).isEqualTo(new Written("first", 3, true));
    }

    @Test
    void notices_a_key_that_is_used_for_something_else() {
        when(gateway.sendAndWait(any())).thenThrow(refusal());
        when(receipts.find(KEY.key()))
                .thenReturn(Optional.of(new Receipts.Receipt("other", "first", 3)));

        assertThatThrownBy(() -> commands.send("second", command, KEY))
                .isInstanceOfSatisfying(
                        DuplicateRequestException.class,
                        duplicate -> assertThat(duplicate.sameRequest()).isFalse());
    }

    @Test
    void passes_a_refusal_on_where_nothing_was_sent_before() {
        when(gateway.sendAndWait(any())).thenThrow(refusal());

        assertThatThrownBy(() -> commands.send("stream", command, KEY))
                .isInstanceOf(RefusedException.class);
    }

    private static RefusedException refusal() {
        return new RefusedException(
                Refusal.of(
                        "application-withdrawn", Text.of("已撤回", "Withdrawn"), Text.of("无", "-")));
    }
}
