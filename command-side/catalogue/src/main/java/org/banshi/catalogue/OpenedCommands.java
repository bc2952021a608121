package org.banshi.catalogue;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Opens;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.jspecify.annotations.Nullable;

/** The commands that a package can name under {@code opens}, found on the contract. */
public final class OpenedCommands {

    private static final List<Class<? extends Command>> STORIES =
            List.of(
                    BenefitCommand.class,
                    PointsCommand.class,
                    CandidacyCommand.class,
                    CertificateCommand.class);

    /** Filled by the policy that sends the command, never by a package. */
    private static final Set<String> FILLED =
            Set.of("application", "applicant", "person", "holderKey", "service", "region", "stamp");

    /** What any opening may say, so that the policy knows whose it is. */
    public static final Set<String> WHOSE = Set.of("identityNumber", "applyFor");

    private static final List<Opened> ALL = STORIES.stream().flatMap(s -> in(s).stream()).toList();

    private OpenedCommands() {}

    /**
     * A command by its word.
     *
     * @param begins whether its target is made for it
     * @param ofPerson how the target's id begins where a person has but one; else empty
     * @param last whether it comes after all else that a case opens
     * @param withStep whether it comes with an officer's step, and not with the approval
     */
    public record Opened(
            String kind,
            boolean begins,
            String ofPerson,
            boolean last,
            boolean withStep,
            Class<? extends Command> command) {

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
                    .filter(it -> it.getType() != FormData.class)
                    .toList();
        }

        /** Whether it takes names of the package's own, such as {@code insurance.medical}. */
        public boolean takesMore() {
            return Arrays.stream(command.getRecordComponents())
                    .anyMatch(it -> it.getType() == FormData.class);
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
                                mark.value(),
                                mark.begins(),
                                mark.ofPerson(),
                                mark.last(),
                                mark.withStep(),
                                permitted.asSubclass(Command.class)));
            }
        }
        return found;
    }
}
