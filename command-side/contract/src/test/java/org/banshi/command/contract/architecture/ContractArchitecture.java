package org.banshi.command.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;

/** What the compiler cannot hold for commands and events. */
final class ContractArchitecture {

    private static final DescribedPredicate<JavaClass> MESSAGES =
            DescribedPredicate.describe(
                    "commands and events",
                    it ->
                            !it.isInterface()
                                    && (it.isAssignableTo(Command.class)
                                            || it.isAssignableTo(Event.class)));

    private static final DescribedPredicate<JavaClass> EVENTS =
            DescribedPredicate.describe(
                    "events", it -> !it.isInterface() && it.isAssignableTo(Event.class));

    private static final DescribedPredicate<JavaClass> COMMANDS =
            DescribedPredicate.describe(
                    "commands", it -> !it.isInterface() && it.isAssignableTo(Command.class));

    /** Personal whatever they hold. */
    private static final Set<String> PERSONAL_TYPES =
            Set.of(Applicant.class.getName(), FormData.class.getName());

    static final ArchRule MESSAGES_ARE_RECORDS =
            classes().that(MESSAGES).should().beAssignableTo(Record.class);

    static final ArchRule KNOWS_NO_MACHINERY =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.camunda..",
                            "org.springframework..",
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.persistence..",
                            "org.slf4j..");

    /** Only the mark of the aggregate's id is Axon's. */
    static final ArchRule KNOWS_OF_AXON_ONLY_THE_TARGET =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "Axon but @TargetAggregateIdentifier",
                                    it ->
                                            it.getPackageName().startsWith("org.axonframework")
                                                    && !it.isEquivalentTo(
                                                            TargetAggregateIdentifier.class)));

    static final ArchRule PERSONAL_DATA_HAS_A_SUBJECT =
            classes()
                    .should(
                            field(
                                    "be a PersonalEvent or a Command where a component is personal",
                                    (field, problem) -> {
                                        JavaClass owner = field.getOwner();
                                        if (field.isAnnotatedWith(Personal.class)
                                                && !owner.isAssignableTo(PersonalEvent.class)
                                                && !owner.isAssignableTo(Command.class)) {
                                            problem.accept("has a personal component");
                                        }
                                    }));

    static final ArchRule PERSONAL_TYPES_ARE_MARKED =
            classes()
                    .that(MESSAGES)
                    .should(
                            field(
                                    "mark what is personal by nature",
                                    (field, problem) -> {
                                        String type = field.getRawType().getName();
                                        if (PERSONAL_TYPES.contains(type)
                                                && !field.isAnnotatedWith(Personal.class)) {
                                            problem.accept("has an unmarked " + type);
                                        }
                                    }));

    static final ArchRule COMMANDS_NAME_THEIR_TARGET =
            classes()
                    .that(COMMANDS)
                    .should(
                            type(
                                    "have one target",
                                    (it, problem) -> {
                                        long targets =
                                                it.getFields().stream()
                                                        .filter(
                                                                f ->
                                                                        f.isAnnotatedWith(
                                                                                TargetAggregateIdentifier
                                                                                        .class))
                                                        .count();
                                        if (targets != 1) {
                                            problem.accept("has " + targets + " targets");
                                        }
                                    }));

    private ContractArchitecture() {}

    /** New for each check: it remembers the names that it saw. */
    static ArchRule eventsAreStoredUnderNamesOfTheirOwn() {
        Map<String, String> seen = new HashMap<>();
        return classes()
                .that(EVENTS)
                .should(
                        type(
                                "be stored under a stable name of their own",
                                (it, problem) -> {
                                    if (!it.isAnnotatedWith(Stored.class)) {
                                        problem.accept("has no stored name");
                                        return;
                                    }
                                    Stored stored = it.getAnnotationOfType(Stored.class);
                                    if (!stored.value()
                                            .matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")) {
                                        problem.accept("has an odd name " + stored.value());
                                    }
                                    if (stored.revision() < 1) {
                                        problem.accept("has no revision");
                                    }
                                    String other = seen.put(stored.value(), it.getName());
                                    if (other != null) {
                                        problem.accept("shares its name with " + other);
                                    }
                                }));
    }

    private static ArchCondition<JavaClass> type(
            String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(
                        item,
                        problem ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                item, item.getName() + " " + problem)));
            }
        };
    }

    private static ArchCondition<JavaClass> field(
            String description, BiConsumer<JavaField, Consumer<String>> check) {
        return type(
                description,
                (item, problem) -> item.getFields().forEach(it -> check.accept(it, problem)));
    }
}
