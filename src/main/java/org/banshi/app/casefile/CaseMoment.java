package org.banshi.app.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * All that was known of a case once the event at a position was recorded. Personal: only for
 * somebody who has said why.
 *
 * @param position of the case's last event that counts
 * @param ordinal of that event among the case's, from 1
 * @param events how many the case has by now
 * @param first position of its first event, {@code previous} and {@code next} of its neighbours, 0
 *     where there is none, {@code last} of its newest
 * @param happened what stands at the position
 * @param progress as its applicant read it
 * @param file form, papers and findings
 * @param rules what decision tables were asked and said
 * @param tasks oldest first
 * @param visits of the process's steps, in the order in which they began
 * @param setting which package the case ran on
 */
public record CaseMoment(
        long position,
        int ordinal,
        int events,
        long first,
        long previous,
        long next,
        long last,
        Happened happened,
        Progress progress,
        CaseFile file,
        List<Rule> rules,
        List<Task> tasks,
        List<Visit> visits,
        Setting setting) {

    public CaseMoment {
        rules = List.copyOf(rules);
        tasks = List.copyOf(tasks);
        visits = List.copyOf(visits);
    }

    /** An event. */
    public record Happened(
            String event, Text title, Instant at, Instant recordedAt, String actor) {}

    /**
     * What a table said.
     *
     * @param inputs null where the person's key was destroyed, and {@code outputs}
     */
    public record Rule(
            long position,
            Instant at,
            String by,
            String decision,
            ServiceVersion version,
            LocalDate asOf,
            String outcome,
            boolean provisional,
            @Nullable FormData inputs,
            @Nullable FormData outputs) {

        /** Personal by nature: never prints its values. */
        @Override
        public String toString() {
            return "Rule[" + position + "]";
        }
    }

    /** How a task stood. */
    public enum TaskState {
        OPEN,
        CLAIMED,
        COMPLETED,
        CANCELLED
    }

    /**
     * A task of the case.
     *
     * @param officer who has it or had it; null before anybody did
     * @param outcome null until it is completed
     * @param ended null while it is open
     */
    public record Task(
            String id,
            String step,
            String body,
            String region,
            @Nullable DueDate due,
            TaskState state,
            @Nullable String officer,
            @Nullable String outcome,
            Instant opened,
            @Nullable Instant ended) {

        /** Whether it still waits. */
        public boolean waits() {
            return ended == null;
        }
    }

    /**
     * That the process was at a step.
     *
     * @param activity id in the BPMN
     * @param until null while it is there
     * @param cancelled whether it was taken away from there
     */
    public record Visit(String activity, Instant from, @Nullable Instant until, boolean cancelled) {

        /** Whether a token is there. */
        public boolean isThere() {
            return until == null;
        }
    }

    /**
     * Which package the case ran on, and which one new cases ran on then.
     *
     * @param pinned the version that the case ran on then
     * @param hash of the pinned package's files; empty where the package is not kept any more
     * @param current the version that was offered then; empty before the first
     */
    public record Setting(ServiceVersion pinned, String hash, Optional<Published> current) {}

    /** A version that is offered: since when, whether it was published or rolled back to. */
    public record Published(int version, String hash, Instant at) {}
}
