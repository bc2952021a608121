package org.banshi.command.domain.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.RULE;
import static org.banshi.command.domain.benefit.BenefitFixture.grantedEvent;
import static org.banshi.command.domain.invented.People.PROCESS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.PaymentPlan;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.invented.Calendars;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedCatalogue;
import org.banshi.command.domain.invented.InventedService;
import org.banshi.command.domain.invented.People;
import org.banshi.command.domain.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a benefit, in whatever order: nothing is paid that must not be. */
class RandomBenefitTest {

    private static final YearMonth CONFIRMED = YearMonth.of(2026, 3);
    private static final WorkingCalendar CALENDAR = Calendars.of2026();
    private static final int ACTS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void pays_nothing_before_the_confirmation_nor_after_the_end_and_changes_no_past_month(
            long seed) {
        Random random = new Random(seed);
        BenefitState state = new BenefitState();
        LocalDate day = LocalDate.of(2026, 3, 10);
        state.on(grantedEvent(6, null, seed % 3 == 0 ? "2027-03-01" : null), day);
        int changes = 0;
        for (int i = 0; i < ACTS; i++) {
            day = day.plusDays(random.nextInt(20));
            PaymentPlan before = state.plan();
            for (BenefitEvent event : decide(state, command(random, day))) {
                state.on(event, day);
                changes++;
                holds(state, before, event, day);
            }
        }
        assertThat(changes).as("acts that were taken").isPositive();
    }

    private static void holds(
            BenefitState state, PaymentPlan before, BenefitEvent event, LocalDate day) {
        for (YearMonth m = YearMonth.of(2025, 1); m.isBefore(CONFIRMED.plusMonths(1)); ) {
            assertThat(state.plan().payable(m)).as("before the first month").isZero();
            m = m.plusMonths(1);
        }
        for (YearMonth m = CONFIRMED; !m.isAfter(YearMonth.from(day)); m = m.plusMonths(1)) {
            assertThat(state.plan().payable(m))
                    .as("the past after %s", event)
                    .isEqualByComparingTo(before.payable(m));
        }
        YearMonth next = YearMonth.from(day).plusMonths(1);
        assertThat(state.plan().payable(next)).isGreaterThanOrEqualTo(BigDecimal.ZERO);
        if (event instanceof BenefitEvent.Stopped) {
            for (int ahead = 0; ahead < 24; ahead++) {
                assertThat(state.plan().payable(next.plusMonths(ahead))).isZero();
            }
        }
        boolean less = state.plan().rate(next).compareTo(before.rate(next)) < 0;
        assertThat(!less || hasNotice(event)).as("less only with notice: %s", event).isTrue();
        assertThat(state.kept(day)).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    private static boolean hasNotice(BenefitEvent event) {
        return event instanceof BenefitEvent.Decreased it && it.noticeServedOn() != null
                || event instanceof BenefitEvent.Stopped that && that.noticeServedOn() != null
                || event instanceof BenefitEvent.PhaseOutBegan p && p.noticeServedOn() != null
                || event instanceof BenefitEvent.ShareStopped s && s.noticeServedOn() != null;
    }

    private static BenefitCommand command(Random random, LocalDate day) {
        Stamp stamp = People.on(day.toString(), PROCESS);
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(300_000), 2);
        LocalDate served = day.minusDays(random.nextInt(5) - 1L);
        return switch (random.nextInt(10)) {
            case 0 -> new BenefitCommand.Increase(BENEFIT, amount, "增", stamp);
            case 1 -> new BenefitCommand.Decrease(BENEFIT, amount, "减", RULE, served, stamp);
            case 2 -> new BenefitCommand.Stop(BENEFIT, "停", RULE, served, stamp);
            case 3 ->
                    new BenefitCommand.PhaseOut(
                            BENEFIT, 1 + random.nextInt(6), "退", RULE, served, stamp);
            case 4 ->
                    new BenefitCommand.StopShare(
                            BENEFIT,
                            "甲",
                            List.of(day.minusDays(3), day.minusDays(2), day.minusDays(1)),
                            "拒绝",
                            RULE,
                            served,
                            stamp);
            case 5 -> new BenefitCommand.ClaimBack(BENEFIT, amount, "追", RULE, served, stamp);
            case 6 -> new BenefitCommand.Resume(BENEFIT, null, "复", stamp);
            case 7 -> new BenefitCommand.Keep(BENEFIT, 6, stamp);
            case 8 ->
                    new BenefitCommand.ConfirmAnew(
                            BENEFIT,
                            CaseFixture.CASE,
                            amount,
                            day.withDayOfMonth(1).plusMonths(1),
                            null,
                            null,
                            stamp);
            default -> new BenefitCommand.ReportChange(BENEFIT, "变", stamp);
        };
    }

    private static List<BenefitEvent> decide(BenefitState state, BenefitCommand command) {
        if (Gate.of(state, command).isPresent()) {
            return List.of();
        }
        Verdict verdict =
                command instanceof BenefitCommand.Increase it
                        ? Changing.increase(
                                state, it, new InventedCatalogue(InventedService.lanternPermit()))
                        : command instanceof BenefitCommand.Decrease it
                                ? Changing.decrease(
                                        state,
                                        it,
                                        new InventedCatalogue(InventedService.lanternPermit()))
                                : command instanceof BenefitCommand.StopShare it
                                        ? Changing.stopShare(state, it, CALENDAR)
                                        : rest(state, command);
        List<BenefitEvent> events = new ArrayList<>();
        if (verdict instanceof Verdict.Happens happens) {
            for (Event event : happens.events()) {
                events.add((BenefitEvent) event);
            }
        }
        return events;
    }

    private static Verdict rest(BenefitState state, BenefitCommand command) {
        if (command instanceof BenefitCommand.Stop it) {
            return Stopping.stop(state, it, CALENDAR);
        } else if (command instanceof BenefitCommand.PhaseOut it) {
            return Stopping.phaseOut(state, it, CALENDAR);
        } else if (command instanceof BenefitCommand.ClaimBack it) {
            return Stopping.claimBack(state, it, CALENDAR);
        } else if (command instanceof BenefitCommand.Resume it) {
            return Resuming.resume(state, it, CALENDAR, RunningBenefits.NONE);
        } else if (command instanceof BenefitCommand.ConfirmAnew it) {
            return Granting.confirmAnew(state, it, CALENDAR);
        } else if (command instanceof BenefitCommand.Keep it) {
            return Verifying.keep(state, it, CALENDAR);
        }
        return Verifying.reportChange(state, (BenefitCommand.ReportChange) command);
    }
}
