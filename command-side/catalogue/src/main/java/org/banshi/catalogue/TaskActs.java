package org.banshi.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.message.TaskAct;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.social.SocialEvent;
import org.jspecify.annotations.Nullable;

/**
 * The acts that packages can name, found on the commands of the contract: {@code act} and {@code
 * outcome} lead to one command.
 */
public final class TaskActs {

    /** Acts of the shared lifecycle belong to every family. */
    private static final String SHARED = "";

    /** A family of items: the acts it adds and the events they lead to. */
    private record Family(
            String key, Class<? extends Command> commands, Class<? extends Event> events) {}

    private static final List<Family> FAMILIES =
            List.of(
                    new Family(SHARED, ApplicationCommand.class, ApplicationEvent.class),
                    new Family("social-assistance", SocialCommand.class, SocialEvent.class),
                    new Family(
                            "labour-arbitration", ArbitrationCommand.class, ArbitrationEvent.class),
                    new Family("disability", DisabilityCommand.class, DisabilityEvent.class));

    /** Filled by whoever sends the command, never by a form or a package. */
    private static final Set<String> FILLED =
            Set.of("application", "step", "outcome", "stamp", "delivery", "lot", "successor");

    /** Answers the last day of the whole case, on which the process then ends it by itself. */
    public static final String CASE_TERM = "case-term";

    /** Automatic acts that answer a last day, for which a timer can then wait. */
    public static final Set<String> WITH_AN_END =
            Set.of(
                    CASE_TERM,
                    "social.public-notice",
                    "arbitration.answer-term",
                    "disability.public-notice",
                    "disability.assessment-result");

    /** Automatic acts that leave a word, beside decisions, and what it can be. */
    public static final Map<String, Set<String>> WITH_WORDS =
            Map.of("social.spot-check", Set.of("drawn", "spared"));

    /** Officers' acts that do, where the package limits the time for supplements. */
    public static final Set<String> OFFICERS_WITH_AN_END = Set.of("acceptance/supplement");

    private static final List<Act> ACTS = FAMILIES.stream().flatMap(f -> acts(f).stream()).toList();

    private TaskActs() {}

    /**
     * An act.
     *
     * @param outcome which of the act's commands; empty when it has but one
     * @param beside whether it may be done beside the tasks, too
     * @param family empty for the shared lifecycle
     */
    public record Act(
            String name,
            String outcome,
            boolean automatic,
            boolean beside,
            String family,
            Class<? extends Command> command) {

        /** What has to come from the form's data or the package's {@code with}, by name. */
        public List<RecordComponent> components() {
            return Arrays.stream(command.getRecordComponents())
                    .filter(c -> !FILLED.contains(c.getName()))
                    .filter(c -> c.getType() != FormData.class)
                    .toList();
        }

        /** Whether items of that family have it. */
        public boolean isOf(String wanted) {
            return family.equals(SHARED) || family.equals(wanted);
        }

        /** Whether the command takes the whole of the form's data. */
        public boolean takesWholeData() {
            return Arrays.stream(command.getRecordComponents())
                    .anyMatch(c -> c.getType() == FormData.class);
        }

        /** Whether a component may be left out. */
        public static boolean isOptional(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }

    /**
     * The act behind a word and an outcome. An act with one command takes any outcome; of an act
     * with several, the outcome picks.
     */
    public static Optional<Act> find(String name, String outcome) {
        return ACTS.stream()
                .filter(act -> act.name().equals(name))
                .filter(act -> act.outcome().isEmpty() || act.outcome().equals(outcome))
                .findFirst();
    }

    /** All acts, the shared ones first. */
    public static List<Act> all() {
        return ACTS;
    }

    /** Names of all families. */
    public static Set<String> families() {
        Set<String> keys = new TreeSet<>();
        FAMILIES.forEach(family -> keys.add(family.key()));
        keys.remove(SHARED);
        return keys;
    }

    /** Stored names of all events that a case of a family can see. */
    public static List<String> events(String family) {
        return FAMILIES.stream()
                .filter(f -> f.key().equals(SHARED) || f.key().equals(family))
                .flatMap(f -> Arrays.stream(f.events().getPermittedSubclasses()))
                .map(event -> event.getAnnotation(Stored.class).value())
                .toList();
    }

    private static List<Act> acts(Family family) {
        List<Act> acts = new ArrayList<>();
        for (Class<?> permitted : family.commands().getPermittedSubclasses()) {
            TaskAct mark = permitted.getAnnotation(TaskAct.class);
            if (mark != null) {
                acts.add(
                        new Act(
                                mark.value(),
                                mark.outcome(),
                                mark.automatic(),
                                mark.beside(),
                                family.key(),
                                permitted.asSubclass(Command.class)));
            }
        }
        return acts;
    }
}
