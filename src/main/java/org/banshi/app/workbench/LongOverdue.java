package org.banshi.app.workbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.workitem.WorkItemCommand.EscalateOverdue;
import org.banshi.query.contract.worklist.FindLongOverdue;
import org.banshi.query.contract.worklist.LateItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tasks whose last day has been over for long before the supervisors of the region above
 * (督办升级). Whether one goes there each task decides, once; several nodes may ask at the same time.
 * After how many working days is the installation's own rule: no law names a figure.
 */
public final class LongOverdue {

    private static final Logger LOG = LoggerFactory.getLogger(LongOverdue.class);

    private static final Actor RULE = Actor.system("long-overdue");
    private static final int PAGE = 200;

    private final QueryGateway queries;
    private final CommandGateway commands;
    private final WorkingCalendar calendar;
    private final BusinessClock clock;
    private final int workingDays;

    /**
     * @param workingDays after the last day; 0 for never
     */
    public LongOverdue(
            QueryGateway queries,
            CommandGateway commands,
            WorkingCalendar calendar,
            BusinessClock clock,
            int workingDays) {
        this.queries = queries;
        this.commands = commands;
        this.calendar = calendar;
        this.clock = clock;
        this.workingDays = workingDays;
    }

    /** Asks every task that is so late; one that fails does not hold up the others. */
    public void turn() {
        if (workingDays <= 0) {
            return;
        }
        LocalDate dueBefore = dueBefore(clock.today());
        @Nullable LateItem last = null;
        List<LateItem> page;
        do {
            page =
                    queries.query(
                                    new FindLongOverdue(dueBefore, last, PAGE),
                                    ResponseTypes.multipleInstancesOf(LateItem.class))
                            .join();
            page.forEach(item -> ask(item, dueBefore));
            last = page.isEmpty() ? null : Objects.requireNonNull(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }

    /** The day after the newest last day that is over for so many working days. */
    private LocalDate dueBefore(LocalDate today) {
        LocalDate due = today;
        while (calendar.workingDaysBetween(due, today) < workingDays) {
            due = due.minusDays(1);
        }
        return due.plusDays(1);
    }

    private void ask(LateItem item, LocalDate dueBefore) {
        try {
            commands.sendAndWait(
                    new EscalateOverdue(item.workItem(), dueBefore, new Stamp(clock.now(), RULE)));
        } catch (RuntimeException failed) {
            LOG.warn("task {} is not brought up: {}", item.workItem(), failed.getClass().getName());
        }
    }
}
