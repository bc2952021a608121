package org.banshi.catalogue;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Opens;
import org.jspecify.annotations.Nullable;

/** The commands that a package can name under {@code opens}, found on the contract. */
public final class OpenedCommands {

    private static final List<Class<? extends Command>> STORIES = List.of(BenefitCommand.class);

    /** Filled by the policy that sends the command, never by a package. */
    private static final Set<String> FILLED =
            Set.of("application", "person", "service", "region", "stamp");

    private static final List<Opened> ALL = STORIES.stream().flatMap(s -> in(s).stream()).toList();

    private OpenedCommands() {}

    /**
     * A command by its word.
     *
     * @param begins whether its target is made for it
     */
    public record Opened(String kind, boolean begins, Class<? extends Command> command) {

        /** The component that names the stream. */
        public RecordComponent target() {
            String name =
                    Arrays.stream(command.getDeclaredFields())
                            .filter(it -> it.isAnnotationPresent(TargetAggregateIdentifier.class))
                            .map(Field::getName)
                            .findFirst()
                            .orElseThrow();
            return Arrays.stream(command.getRecordComponents())
                    .filter(it -> it.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** What has to come from the package. */
        public List<RecordComponent> components() {
            String target = begins ? target().getName() : "";
            return Arrays.stream(command.getRecordComponents())
                    .filter(it -> !FILLED.contains(it.getName()) && !it.getName().equals(target))
                    .toList();
        }

        /** Whether a component must have a value. */
        public boolean requires(String name) {
            return components().stream()
                    .anyMatch(
                            it ->
                                    it.getName().equals(name)
                                            && !it.getAnnotatedType()
                                                    .isAnnotationPresent(Nullable.class));
        }
    }

    /** The command behind a word. */
    public static Optional<Opened> find(String kind) {
        return ALL.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }

    /** All words. */
    public static List<String> kinds() {
        return ALL.stream().map(Opened::kind).toList();
    }

    private static List<Opened> in(Class<? extends Command> story) {
        List<Opened> found = new ArrayList<>();
        for (Class<?> permitted : story.getPermittedSubclasses()) {
            Opens mark = permitted.getAnnotation(Opens.class);
            if (mark != null) {
                found.add(
                        new Opened(
                                mark.value(), mark.begins(), permitted.asSubclass(Command.class)));
            }
        }
        return found;
    }
}
