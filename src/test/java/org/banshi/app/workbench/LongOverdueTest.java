package org.banshi.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.workitem.WorkItemCommand.EscalateOverdue;
import org.banshi.query.contract.worklist.FindLongOverdue;
import org.banshi.query.contract.worklist.LateItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;

class LongOverdueTest {

    private static final LocalDate LATE = LocalDate.parse("2026-09-01");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-09-15");

    private final QueryGateway queries = mock();
    private final CommandGateway commands = mock();
    private final BusinessClock clock = mock();

    @BeforeEach
    void a_page_and_one_more_are_late_on_a_tuesday() {
        when(clock.now()).thenReturn(Instant.parse("2026-09-15T01:00:00Z"));
        when(clock.today()).thenReturn(TUESDAY);
        List<LateItem> page = IntStream.range(0, 200).mapToObj(LongOverdueTest::item).toList();
        pageAfter(null, page);
        pageAfter(page.get(199), List.of(item(200)));
    }

    private static LateItem item(int number) {
        return new LateItem("task-" + number, LATE);
    }

    private void pageAfter(@Nullable LateItem last, List<LateItem> page) {
        when(queries.query(
                        argThat(
                                (FindLongOverdue it) ->
                                        it != null && Objects.equals(it.after(), last)),
                        ArgumentMatchers.<ResponseType<List<LateItem>>>any()))
                .thenReturn(CompletableFuture.completedFuture(page));
    }

    @Test
    void brings_up_each_task_that_is_late_for_five_working_days_though_one_fails() {
        when(commands.sendAndWait(any()))
                .thenThrow(new IllegalStateException("busy"))
                .thenReturn(null);

        after(5).turn();

        ArgumentCaptor<EscalateOverdue> sent = ArgumentCaptor.captor();
        verify(commands, times(201)).sendAndWait(sent.capture());
        assertThat(sent.getAllValues())
                .extracting(EscalateOverdue::workItem)
                .doesNotHaveDuplicates()
                .contains("task-0", "task-200");
        // Five working days after Tuesday the 8th are over on Tuesday the 15th.
        assertThat(sent.getAllValues())
                .allSatisfy(
                        it -> {
                            assertThat(it.dueBefore()).isEqualTo("2026-09-09");
                            assertThat(it.stamp().by().kind()).isEqualTo(Actor.Kind.SYSTEM);
                        });
    }

    @Test
    void brings_up_nothing_where_it_is_turned_off() {
        after(0).turn();

        verify(commands, never()).sendAndWait(any());
    }

    private LongOverdue after(int workingDays) {
        WorkingCalendar calendar =
                new WorkingCalendar(
                        Map.of(2026, new WorkingCalendar.Year(true, Set.of(), Set.of(), Set.of())));
        return new LongOverdue(queries, commands, calendar, clock, workingDays);
    }
}
