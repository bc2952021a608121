package org.banshi.command.domain.social;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.person.IdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * A benefit that a household shares, such as the minimum living allowance: husband and wife cannot
 * each draw it for the same family (民发〔2021〕57号 第四条、第七条). One for a single member alone is shared
 * with nobody.
 */
final class SharedBenefit {

    private static final String MEMBERS = "members";
    private static final String NUMBER = "identityNumber";

    private SharedBenefit() {}

    /** Whether somebody else of the household draws what the case could lead to. */
    static boolean isDrawn(
            SocialCase it, LocalDate day, ServiceDefinition definition, RunningBenefits running) {
        Map<String, @Nullable Object> facts = it.factsWithoutFamily(day);
        List<String> others = others(it, facts);
        return definition.opens().stream()
                .filter(opening -> sharers(opening, facts) > 1)
                .map(opening -> String.valueOf(opening.with().get("kind")))
                .anyMatch(kind -> others.stream().anyMatch(who -> draws(who, kind, it, running)));
    }

    /**
     * What is phased out is over before long: the household goes on with this case. Of whoever fled
     * from the household nothing is told, neither by what is refused.
     */
    private static boolean draws(
            String number, String kind, SocialCase it, RunningBenefits running) {
        return running.find(it.subject(), kind, Map.of(NUMBER, number, "applyFor", "member"))
                .filter(benefit -> !running.isPhasedOut(benefit) && !running.isGuarded(benefit))
                .isPresent();
    }

    private static List<String> others(SocialCase it, Map<String, @Nullable Object> facts) {
        String own = IdentityNumber.canonical(it.applicantIdentityNumber());
        return facts.get(MEMBERS) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> row instanceof Map<?, ?> member ? member.get(NUMBER) : null)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .map(IdentityNumber::canonical)
                        .filter(number -> !number.equals(own))
                        .toList()
                : List.of();
    }

    /** How many share what is opened, as its package says where that is found; else nobody. */
    private static int sharers(Opening opening, Map<String, @Nullable Object> facts) {
        Object value = facts;
        for (String name : opening.from().getOrDefault(MEMBERS, "").split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        boolean runsUntilStopped = !opening.with().containsKey("months");
        return runsUntilStopped && value instanceof Number sharers ? sharers.intValue() : 0;
    }
}
