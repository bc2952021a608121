package org.banshi.command.domain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What the compiler cannot hold for the domain. */
final class DomainArchitecture {

    /** Clock, ids and randomness arrive in the command: the same stream gives the same state. */
    static final ArchRule TAKES_TIME_AND_CHANCE_FROM_THE_COMMAND =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.describe(
                                    "now(), a clock or randomness", DomainArchitecture::isImpure));

    /** The domain decides; engine, database, framework beans and log are others' rooms. */
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
                            "org.slf4j..",
                            "org.banshi.eventstore..",
                            "org.banshi.process..");

    private static final Set<String> SOURCES_OF_CHANCE =
            Set.of(
                    "java.util.Random",
                    "java.security.SecureRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.SplittableRandom",
                    "java.time.Clock",
                    "org.banshi.command.contract.clock.BusinessClock");

    private static final Set<String> METHODS =
            Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime");

    private DomainArchitecture() {}

    private static boolean isImpure(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        boolean ofJdk = owner.startsWith("java.");
        boolean random = owner.equals("java.lang.Math") && target.getName().equals("random");
        return random
                || SOURCES_OF_CHANCE.contains(owner)
                || ofJdk && METHODS.contains(target.getName());
    }
}
