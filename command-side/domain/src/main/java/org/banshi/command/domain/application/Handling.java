package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationCommand.CompleteStep;
import org.banshi.command.contract.application.ApplicationCommand.EndSpecialProcedure;
import org.banshi.command.contract.application.ApplicationCommand.RescheduleStage;
import org.banshi.command.contract.application.ApplicationCommand.Resume;
import org.banshi.command.contract.application.ApplicationCommand.Stage;
import org.banshi.command.contract.application.ApplicationCommand.StartSpecialProcedure;
import org.banshi.command.contract.application.ApplicationCommand.StartStage;
import org.banshi.command.contract.application.ApplicationCommand.Suspend;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.domain.lifecycle.Status;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on the work within a case: stages, steps, and what stops the clock. */
final class Handling {

    /** Characters. */
    private static final int LONGEST_COMMENT = 2_000;

    /** 行政许可法 42: 10 days with the head's approval, 15 for joint handling; the wider one. */
    private static final int LONGEST_EXTENSION = 15;

    private static final String ACCEPTANCE = "acceptance";

    private Handling() {}

    /**
     * The stage that a step opens: who has to act, where and until when. Its own limit and the
     * whole case's last day both bind while the case is handled. No time runs while it is
     * suspended.
     *
     * @param from the day after which its own limit counts
     * @param since when that came with which the step deals; empty where it has its own time
     * @throws RefusedException when the item has no such step
     */
    static Stage stage(
            ApplicationState state,
            StartStage command,
            LocalDate from,
            Optional<LocalDate> since,
            ServiceDefinition definition,
            ReferenceData reference) {
        Step step = step(command.step(), definition);
        DueDate due =
                state.status() == Status.SUSPENDED
                        ? null
                        : dueOf(step, from, since, state, definition, reference.calendar());
        return stage(step, state, due, reference);
    }

    /**
     * The day after which the limit of a stage that starts now counts: today, the last day of the
     * notice that it follows, or when the time began with which it goes on.
     *
     * @throws RefusedException when the item has no such step
     */
    static LocalDate begins(
            ApplicationState state, StartStage command, ServiceDefinition definition) {
        LocalDate afterNotice = state.nextStageFrom();
        if (afterNotice != null) {
            return afterNotice;
        }
        Step step = step(command.step(), definition);
        return state.openStages()
                .goesOnFrom(sharing(step, definition), step.body())
                .orElse(command.stamp().day());
    }

    /**
     * The stage that {@code command} names, with its last day as the case's clock is now.
     *
     * @param since when that came with which the step deals; empty where it has its own time
     * @throws RefusedException when the item has no such step
     */
    static Stage stage(
            ApplicationState state,
            RescheduleStage command,
            Optional<LocalDate> since,
            ServiceDefinition definition,
            ReferenceData reference) {
        Step step = step(command.step(), definition);
        OpenStages.Stage open =
                state.openStages()
                        .find(step.key())
                        .orElseThrow(() -> new RefusedException(HandlingRefusals.STEP_NOT_OPEN));
        DueDate due =
                open.stoppedOn() == null
                        ? dueOf(
                                step,
                                since.orElse(open.from()),
                                since,
                                state,
                                definition,
                                reference.calendar())
                        : null;
        return stage(step, state, due, reference);
    }

    static Verdict rescheduleStage(ApplicationState state, Stage stage) {
        DueDate told =
                state.openStages().find(stage.step()).map(OpenStages.Stage::due).orElse(null);
        return Objects.equals(told, stage.due())
                ? Verdict.NOTHING
                : Verdict.happens(
                        new ApplicationEvent.StageRescheduled(
                                state.id(), state.subject(), stage.step(), stage.due()));
    }

    static Verdict startStage(ApplicationState state, Stage stage, LocalDate from) {
        return Verdict.happens(
                new ApplicationEvent.StageStarted(
                        state.id(),
                        state.subject(),
                        stage.step(),
                        stage.body(),
                        stage.region(),
                        from,
                        stage.due()));
    }

    static Verdict completeStep(
            ApplicationState state, CompleteStep command, ServiceDefinition definition) {
        Step step = definition.steps().get(command.step());
        if (step == null) {
            return Verdict.refused(HandlingRefusals.STEP_UNKNOWN);
        }
        Optional<Step.Outcome> outcome =
                step.outcomes().stream()
                        .filter(it -> it.key().equals(command.outcome()))
                        .findFirst();
        if (outcome.isEmpty()) {
            return Verdict.refused(HandlingRefusals.STEP_OUTCOME_UNKNOWN);
        }
        if (state.openStages().find(command.step()).isEmpty()) {
            return Verdict.refused(HandlingRefusals.STEP_NOT_OPEN);
        }
        Optional<Refusal> wrongDay = StepDays.problem(state, command);
        if (wrongDay.isPresent()) {
            return Verdict.refused(wrongDay.get());
        }
        return Verdict.happens(
                new ApplicationEvent.StepCompleted(
                        state.id(),
                        state.subject(),
                        command.step(),
                        command.outcome(),
                        outcome.get().decides(),
                        command.opinion(),
                        command.data()));
    }

    /** Whether this is the body's decision on the case. */
    static boolean decides(CompleteStep command, ServiceDefinition definition) {
        return step(command.step(), definition).outcomes().stream()
                .anyMatch(it -> it.key().equals(command.outcome()) && it.decides());
    }

    static Verdict startSpecialProcedure(
            ApplicationState state, StartSpecialProcedure command, WorkingCalendar calendar) {
        if (state.specialProcedures().isRunning()) {
            return Verdict.refused(HandlingRefusals.SPECIAL_PROCEDURE_RUNS);
        }
        if (command.limit() < 1) {
            return Verdict.refused(HandlingRefusals.SPECIAL_PROCEDURE_LIMIT);
        }
        DueDate due;
        if (command.kind() == SpecialProcedureKind.EXTENSION) {
            DueDate caseDue = state.clock().due();
            if (caseDue == null) {
                return Verdict.refused(HandlingRefusals.NOTHING_TO_EXTEND);
            }
            if (state.clock().extended()) {
                return Verdict.refused(HandlingRefusals.EXTENDED_BEFORE);
            }
            if (command.unit() == TermUnit.MONTHS || command.limit() > LONGEST_EXTENSION) {
                return Verdict.refused(HandlingRefusals.EXTENSION_TOO_LONG);
            }
            due = Terms.after(caseDue, command.limit(), command.unit(), calendar);
        } else {
            due = calendar.due(command.stamp().day(), command.limit(), command.unit());
        }
        return Verdict.happens(
                new ApplicationEvent.SpecialProcedureStarted(
                        state.id(),
                        state.subject(),
                        state.specialProcedures().count() + 1,
                        command.kind(),
                        command.reason(),
                        due));
    }

    static Verdict endSpecialProcedure(
            ApplicationState state,
            EndSpecialProcedure command,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        if (!state.specialProcedures().isRunning()) {
            return Verdict.refused(HandlingRefusals.NO_SPECIAL_PROCEDURE);
        }
        return Verdict.happens(
                new ApplicationEvent.SpecialProcedureEnded(
                        state.id(),
                        state.subject(),
                        state.specialProcedures().count(),
                        command.result(),
                        state.clock()
                                .resumedAfter(
                                        command.stamp().day(),
                                        definition,
                                        state.region(),
                                        calendar)));
    }

    static Verdict comment(ApplicationState state, ApplicationCommand.Comment command) {
        String comment = command.comment().strip();
        if (comment.isEmpty() || comment.length() > LONGEST_COMMENT) {
            return Verdict.refused(HandlingRefusals.COMMENT_LENGTH);
        }
        return Verdict.happens(
                new ApplicationEvent.Commented(state.id(), state.subject(), comment));
    }

    static Verdict suspend(ApplicationState state, Suspend command, ServiceDefinition definition) {
        if (definition.endsByItself()) {
            return Verdict.refused(HandlingRefusals.ENDS_BY_ITSELF);
        }
        if (state.specialProcedures().isRunning()) {
            return Verdict.refused(HandlingRefusals.SPECIAL_PROCEDURE_RUNS);
        }
        return Verdict.happens(
                new ApplicationEvent.Suspended(state.id(), state.subject(), command.reason()));
    }

    static Verdict resume(
            ApplicationState state,
            Resume command,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        return Verdict.happens(
                new ApplicationEvent.Resumed(
                        state.id(),
                        state.subject(),
                        state.clock()
                                .resumedAfter(
                                        command.stamp().day(),
                                        definition,
                                        state.region(),
                                        calendar)));
    }

    /** The steps whose time is one with the step's, itself among them. */
    private static Set<String> sharing(Step step, ServiceDefinition definition) {
        String whole = definition.within(step.key());
        return definition.steps().keySet().stream()
                .filter(it -> definition.within(it).equals(whole))
                .collect(Collectors.toSet());
    }

    private static Step step(String key, ServiceDefinition definition) {
        return Optional.ofNullable(definition.steps().get(key))
                .orElseThrow(() -> new RefusedException(HandlingRefusals.STEP_UNKNOWN));
    }

    private static Stage stage(
            Step step, ApplicationState state, @Nullable DueDate due, ReferenceData reference) {
        return new Stage(
                step.key(),
                step.body(),
                reference.seat(step.body(), state.region()),
                due,
                step.title());
    }

    private static @Nullable DueDate dueOf(
            Step step,
            LocalDate from,
            Optional<LocalDate> since,
            ApplicationState state,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        OpenStages stages = state.openStages();
        List<OpenStages.Pause> pauses =
                since.map(stages::standstillsAfter)
                        .orElseGet(() -> stages.pausesSince(from, sharing(step, definition)));
        DueDate own = Terms.ofStage(definition, step.key(), state.region(), from, pauses, calendar);
        String whole = definition.within(step.key());
        if (!whole.equals(step.key())) {
            own =
                    Terms.earliest(
                            own,
                            Terms.ofStage(
                                    definition, whole, state.region(), from, pauses, calendar));
        }
        boolean caseStands = state.status() == Status.SPECIAL_PROCEDURE;
        if (state.status().ended() || state.limitKept() || caseStands) {
            return own;
        }
        if (state.acceptedOn() == null) {
            boolean receives = step.outcomes().stream().anyMatch(it -> it.act().equals(ACCEPTANCE));
            return own == null && receives
                    ? Terms.ofReceiving(definition, state.receivedOn(), calendar)
                    : own;
        }
        return Terms.earliest(own, state.clock().due());
    }
}
