package org.banshi.catalogue.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One golden scenario of a package. Its people are invented.
 *
 * @param file path within the package
 * @param clock business time at the beginning
 * @param region of the applicant
 * @param benefits what the applicant gets already
 * @param spared whether the lot spares the case from a spot check; else it is drawn
 * @param registers what the stand-in answers, by register
 * @param actions in order
 */
public record Scenario(
        String file,
        String title,
        Instant clock,
        RegionCode region,
        Applicant applicant,
        List<Benefit> benefits,
        boolean spared,
        Map<String, Reply> registers,
        List<Action> actions,
        Expectation expect) {

    /**
     * A benefit that was granted before, on the first day of its first month.
     *
     * @param id a UUID, another one in each scenario
     * @param monthlyAmount in yuan
     * @param stoppedOn when it was stopped; null where it runs
     */
    public record Benefit(
            String id,
            String kind,
            BigDecimal monthlyAmount,
            LocalDate firstMonth,
            @Nullable Integer members,
            @Nullable LocalDate stoppedOn) {}

    /**
     * A register's reply.
     *
     * @param answer empty unless it was answered
     * @param of other replies about some people, by identity number
     */
    public record Reply(RegisterOutcome outcome, FormData answer, Map<String, Reply> of) {

        /** What it says of a person. */
        public Reply about(String identityNumber) {
            return of.getOrDefault(identityNumber, this);
        }
    }

    /**
     * What must be true in the end.
     *
     * @param events stored names of the application's events, all, in order
     * @param dates by {@code <event>#<nth>.<path>}, n counted from 1
     * @param open keys of the steps that still wait
     * @param conclusion null when the case did not come to one
     * @param ending mark of the item's own ending; null where it has none for how the case ends
     * @param result by key of the result line, as shown; lines that are not named are not looked at
     * @param opened what the first thing that the approval opened began with: values of its first
     *     event by path, as text; {@code event} is the event's stored name
     * @param benefit stored names of the events of the first of {@link #benefits}, all, in order;
     *     empty where nobody looks
     * @param refused code of the refusal that the last action meets; empty where none is refused
     * @param path ids of BPMN activities that must have been visited
     */
    public record Expectation(
            List<String> events,
            Map<String, LocalDate> dates,
            List<String> open,
            @Nullable Conclusion conclusion,
            @Nullable String ending,
            Map<String, String> result,
            Map<String, String> opened,
            List<String> benefit,
            String refused,
            List<String> path) {}

    /** One thing that somebody does, or that time does. */
    public sealed interface Action {

        /**
         * The applicant files.
         *
         * @param materials codes of the package's materials
         * @param protection why the case is to be kept from others at once; null: it is not
         */
        record Apply(FormData form, List<String> materials, @Nullable String protection)
                implements Action {

            public Apply(FormData form, List<String> materials) {
                this(form, materials, null);
            }
        }

        /** An officer completes the open task {@code step}. */
        record Complete(String step, String outcome, FormData data) implements Action {}

        /** The applicant hands in what was asked for. */
        record Supplement(FormData changes, List<String> materials) implements Action {}

        /** The clock moves on. */
        record AdvanceTo(Instant time) implements Action {}

        /** Somebody objects in the public notice's period. */
        record Raise(String objection) implements Action {}

        /** The applicant agrees with an assessment, or objects to it for a reason. */
        record Answer(boolean agrees, Optional<String> reason) implements Action {}

        /** The applicant withdraws. */
        record Withdraw(Optional<String> reason) implements Action {}

        /** The deciding body ends the case. */
        record Terminate(String reason) implements Action {}

        /**
         * An officer does an act beside the tasks; of an act with several, {@code outcome} picks.
         */
        record Beside(String act, String outcome, FormData data) implements Action {}

        /** The applicant rates, 1 (very satisfied) to 5. */
        record Rate(int score, Optional<String> comment) implements Action {}
    }
}
