package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.application.ApplicationEvent.Rated;
import org.banshi.command.contract.application.ApplicationEvent.Resumed;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.SpecialProcedureStarted;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationEvent.Suspended;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationEvent.Answered;
import org.banshi.command.contract.arbitration.ArbitrationEvent.ClaimFiled;
import org.banshi.command.contract.arbitration.ArbitrationEvent.DeemedWithdrawn;
import org.banshi.command.contract.arbitration.ArbitrationEvent.DocumentServed;
import org.banshi.command.contract.arbitration.ArbitrationEvent.PanelNamed;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialEvent.Confirmed;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.policy.WhenGrantedThenOpen;

/** What is true of every case whatever was tried in it, read from the log. */
final class Invariants {

    /** After these nobody works on the application any more. */
    private static final Set<Class<?>> BROKEN_OFF =
            Set.of(
                    Withdrawn.class,
                    Terminated.class,
                    AcceptanceRefused.class,
                    DeemedWithdrawn.class);

    private final ServiceDefinition service;
    private final WorkingCalendar calendar;
    private final EventLog log;

    Invariants(ServiceDefinition service, WorkingCalendar calendar, EventLog log) {
        this.service = service;
        this.calendar = calendar;
        this.log = log;
    }

    static boolean isOpen(List<Recorded> story) {
        return story.stream()
                .map(Recorded::event)
                .noneMatch(it -> it instanceof Concluded || BROKEN_OFF.contains(it.getClass()));
    }

    void holdOf(ApplicationId application) {
        List<Recorded> story = log.readStream(application.value());
        List<Event> events = story.stream().map(Recorded::event).toList();
        if (events.isEmpty()) {
            return;
        }
        begins_once_and_time_never_goes_back(story, events);
        ends_once_and_stays_so(events);
        no_decision_without_acceptance(events);
        the_clock_stops_and_goes_on_in_turn(events);
        nobody_withdraws_what_was_decided(events);
        a_refusal_says_why_and_what_can_be_done(events);
        nothing_is_opened_or_paid_before_the_approval(application, story);
        a_panel_of_three_where_the_law_wants_three(events);
        FairTreatment.holdsIn(story);
        story.forEach(this::every_last_day_obeys_the_calendar);
        no_stage_has_more_than_its_own_time(events);
        the_laws_own_days_are_counted_as_it_counts(story);
    }

    private void begins_once_and_time_never_goes_back(List<Recorded> story, List<Event> events) {
        assertThat(events.get(0)).isInstanceOf(Applied.class);
        assertThat(events.stream().filter(Applied.class::isInstance)).hasSize(1);
        Instant before = Instant.MIN;
        for (int i = 0; i < story.size(); i++) {
            assertThat(story.get(i).sequence()).isEqualTo(i);
            assertThat(story.get(i).stamp().at()).isAfterOrEqualTo(before);
            before = story.get(i).stamp().at();
        }
    }

    private static void ends_once_and_stays_so(List<Event> events) {
        List<Event> ends =
                events.stream()
                        .filter(it -> it instanceof Concluded || BROKEN_OFF.contains(it.getClass()))
                        .toList();
        assertThat(ends).as("ends").hasSizeLessThanOrEqualTo(1);
        int end = first(events, it -> BROKEN_OFF.contains(it.getClass()));
        List<Event> after = end < 0 ? List.of() : events.subList(end + 1, events.size());
        assertThat(after)
                .as("after it was broken off")
                .noneMatch(
                        it ->
                                it instanceof Accepted
                                        || it instanceof StageStarted
                                        || it instanceof SupplementRequested
                                        || it instanceof RuleDecided
                                        || it instanceof Granted);
        int rated = first(events, Rated.class::isInstance);
        assertThat(rated < 0 || isEnd(events.subList(0, rated))).as("rated after the end").isTrue();
    }

    private static boolean isEnd(List<Event> events) {
        return events.stream()
                .anyMatch(it -> it instanceof Concluded || BROKEN_OFF.contains(it.getClass()));
    }

    private static void no_decision_without_acceptance(List<Event> events) {
        int accepted = first(events, Accepted.class::isInstance);
        for (Class<?> decision : List.of(Concluded.class, Confirmed.class)) {
            int decided = first(events, decision::isInstance);
            if (decided >= 0) {
                assertThat(accepted).as("acceptance before " + decision).isBetween(0, decided);
            }
        }
        assertThat(events.stream().filter(Accepted.class::isInstance)).hasSizeLessThanOrEqualTo(1);
    }

    private static void the_clock_stops_and_goes_on_in_turn(List<Event> events) {
        boolean asked = false;
        boolean suspended = false;
        for (Event event : events) {
            if (event instanceof SupplementRequested) {
                assertThat(asked).as("one notice at a time").isFalse();
                asked = true;
            } else if (event instanceof Supplemented) {
                assertThat(asked).as("handed in what was asked for").isTrue();
                asked = false;
            } else if (event instanceof Suspended) {
                assertThat(suspended).isFalse();
                suspended = true;
            } else if (event instanceof Resumed) {
                assertThat(suspended).isTrue();
                suspended = false;
            } else if (event instanceof Concluded) {
                assertThat(asked || suspended).as("decided while the clock stood still").isFalse();
            }
        }
    }

    private static void nobody_withdraws_what_was_decided(List<Event> events) {
        int decided =
                first(
                        events,
                        it ->
                                it instanceof Confirmed
                                        || it instanceof StepCompleted step && step.decides());
        int withdrawn = first(events, Withdrawn.class::isInstance);
        assertThat(decided >= 0 && withdrawn > decided)
                .as("withdrawn after the decision")
                .isFalse();
    }

    private void a_refusal_says_why_and_what_can_be_done(List<Event> events) {
        for (Event event : events) {
            if (event instanceof AcceptanceRefused refused) {
                assertThat(refused.reason()).isNotBlank();
            } else if (event instanceof Terminated terminated) {
                assertThat(terminated.reason()).isNotBlank();
            } else if (event instanceof Concluded concluded
                    && concluded.conclusion() == Conclusion.REJECTED
                    && service.endings().isEmpty()) {
                assertThat(concluded.reason()).as("reason of the rejection").isNotNull();
                assertThat(concluded.rule()).as("rule of the rejection").isNotBlank();
                assertThat(concluded.remedies()).as("remedies of the rejection").isNotEmpty();
            }
        }
    }

    /** No payment before the confirmation, none without, and no stop without notice and reason. */
    private void nothing_is_opened_or_paid_before_the_approval(
            ApplicationId application, List<Recorded> story) {
        long approved =
                story.stream()
                        .filter(
                                it ->
                                        it.event() instanceof Concluded concluded
                                                && concluded.conclusion() == Conclusion.APPROVED)
                        .mapToLong(Recorded::position)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
        for (Recorded recorded : story) {
            if (recorded.event() instanceof Granted granted) {
                assertThat(approved).as("approved").isLessThan(Long.MAX_VALUE);
                List<Recorded> opened =
                        log.readStream(WhenGrantedThenOpen.idOf(application, granted.serial()));
                opened.forEach(it -> assertThat(it.position()).isGreaterThan(approved));
                opened.forEach(it -> noStopWithoutNotice(it.event()));
            }
        }
    }

    private static void noStopWithoutNotice(Event event) {
        if (event instanceof BenefitEvent.Stopped stopped) {
            assertThat(stopped.reason()).isNotBlank();
            assertThat(stopped.rule()).isNotBlank();
            assertThat(stopped.noticeServedOn()).isNotNull();
            assertThat(stopped.remedies()).isNotEmpty();
        }
    }

    /**
     * Asked of the facts, not of the table that decides on them: a collective contract, great
     * effect, a difficult case, or ten and more together unless they go the simple way.
     */
    private static void a_panel_of_three_where_the_law_wants_three(List<Event> events) {
        boolean three = false;
        boolean collective = false;
        for (Event event : events) {
            if (event instanceof RuleDecided rule && rule.decision().equals("grouping")) {
                collective = rule.outcome().equals("collective");
            } else if (event instanceof StepCompleted step && step.step().equals("classify")) {
                three =
                        Stream.of("collectiveContract", "greatEffect", "difficult")
                                .anyMatch(it -> Boolean.TRUE.equals(step.data().values().get(it)));
            } else if (event instanceof RuleDecided rule && rule.decision().equals("procedure")) {
                three |= collective && !rule.outcome().equals("simple");
            } else if (event instanceof PanelNamed panel && three) {
                assertThat(panel.arbitrators()).hasSize(3).doesNotHaveDuplicates();
            }
        }
    }

    /**
     * Rules §1.1: the day of the event is not counted; a last day that is a day off moves to the
     * next working day; what crosses into a year without a calendar says that it is provisional.
     */
    private void every_last_day_obeys_the_calendar(Recorded recorded) {
        LocalDate day = recorded.stamp().day();
        for (DueDate due : lastDays(recorded.event())) {
            String what = recorded.name() + " of " + day + " until " + due;
            assertThat(calendar.isWorkingDay(due.day())).as(what).isTrue();
            assertThat(due.provisional() || calendar.isAnnounced(due.day().getYear()))
                    .as(what)
                    .isTrue();
        }
        if (recorded.event() instanceof StageStarted stage && stage.due() != null) {
            assertThat(stage.due().day()).isAfter(stage.from());
        }
        if (recorded.event() instanceof Accepted accepted && accepted.due() != null) {
            assertThat(accepted.due().day()).isAfter(accepted.from());
        }
    }

    /** Counted anew from the package's limits, while the clock never stood still. */
    private void no_stage_has_more_than_its_own_time(List<Event> events) {
        RegionCode region = ((Applied) events.get(0)).region();
        for (Event event : events) {
            if (event instanceof SupplementRequested
                    || event instanceof Suspended
                    || event instanceof SpecialProcedureStarted) {
                return;
            }
            if (event instanceof StageStarted stage && stage.due() != null) {
                service.limit(stage.step(), region, stage.from())
                        .ifPresent(
                                it ->
                                        assertThat(stage.due().day())
                                                .as(stage.step())
                                                .isBeforeOrEqualTo(
                                                        counted(
                                                                stage.from(),
                                                                it.amount(),
                                                                it.unit())));
            }
        }
    }

    /** Days that a law sets whatever a package says: rules §5.3, §5.5, and the whole case's. */
    private void the_laws_own_days_are_counted_as_it_counts(List<Recorded> story) {
        RegionCode region = ((Applied) story.get(0).event()).region();
        for (Recorded recorded : story) {
            LocalDate day = recorded.stamp().day();
            if (recorded.event() instanceof Accepted accepted && accepted.due() != null) {
                service.statutoryLimit(region, accepted.from())
                        .ifPresent(
                                it ->
                                        assertThat(accepted.due().day())
                                                .as("the whole case's last day")
                                                .isBeforeOrEqualTo(
                                                        counted(
                                                                accepted.from(),
                                                                it.amount(),
                                                                it.unit())));
            } else if (recorded.event() instanceof Answered answered) {
                assertThat(answered.forwardBy().day())
                        .as("答辩转送")
                        .isEqualTo(counted(day, 5, TermUnit.WORKING_DAYS));
            } else if (recorded.event() instanceof ClaimFiled claim && claim.decideBy() != null) {
                assertThat(claim.decideBy().day())
                        .as("反申请、增加请求")
                        .isEqualTo(counted(day, 5, TermUnit.WORKING_DAYS));
            } else if (recorded.event() instanceof DocumentServed served) {
                theDaysOf(served);
            }
        }
    }

    private void theDaysOf(DocumentServed served) {
        DueDate answerBy = served.answerBy();
        if (answerBy != null) {
            assertThat(answerBy.day())
                    .as("答辩")
                    .isEqualTo(counted(served.day(), 10, TermUnit.WORKING_DAYS));
        }
        for (Remedy remedy : served.remedies()) {
            DueDate last = remedy.lastDay();
            int days = remedy.code().equals("set-aside") ? 30 : 15;
            assertThat(last).as(remedy.code()).isNotNull();
            assertThat(last.day())
                    .as(remedy.code())
                    .isEqualTo(counted(served.day(), days, TermUnit.CALENDAR_DAYS));
        }
    }

    /** Rules §1.1, spelled out a second time. */
    private LocalDate counted(LocalDate event, int amount, TermUnit unit) {
        if (unit == TermUnit.WORKING_DAYS) {
            return Stream.iterate(event.plusDays(1), day -> day.plusDays(1))
                    .filter(calendar::isWorkingDay)
                    .skip(amount - 1L)
                    .findFirst()
                    .orElseThrow();
        }
        LocalDate end =
                unit == TermUnit.CALENDAR_DAYS ? event.plusDays(amount) : event.plusMonths(amount);
        return Stream.iterate(end, day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    /** Each component of the event that is a last day, and those of its remedies. */
    private static List<DueDate> lastDays(Event event) {
        List<DueDate> days = new ArrayList<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(event);
                if (value instanceof DueDate due) {
                    days.add(due);
                } else if (value instanceof List<?> list) {
                    list.stream()
                            .flatMap(
                                    it ->
                                            it instanceof Remedy remedy
                                                    ? Stream.ofNullable(remedy.lastDay())
                                                    : Stream.empty())
                            .filter(Objects::nonNull)
                            .forEach(days::add);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.getName(), e);
            }
        }
        return days;
    }

    private static int first(List<Event> events, Predicate<Event> wanted) {
        for (int i = 0; i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
