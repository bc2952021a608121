package org.banshi.web.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.Receipts;
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
