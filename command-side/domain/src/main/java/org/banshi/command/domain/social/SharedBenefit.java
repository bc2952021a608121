package org.banshi.command.domain.social;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.arbitration.PartyKeys;
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
     * Of whom at most one can be confirmed on {@code day}, so that two offices that decide in the
     * same moment do not both approve. Null where it is shared with nobody. A case that is kept
     * from others says nothing: else whoever is feared learned of it.
     */
    static @Nullable List<String> couples(
            SocialCase it, LocalDate day, ServiceDefinition definition, PartyKeys keys) {
        if (it.isProtected() || it.isProtectionUnconfirmed()) {
            return null;
        }
        Map<String, @Nullable Object> facts = it.factsWithoutFamily(day);
        String own = keys.of(IdentityNumber.canonical(it.applicantIdentityNumber()));
        List<String> couples =
                definition.opens().stream()
                        .filter(opening -> sharers(opening, facts) > 1)
                        .map(opening -> String.valueOf(opening.with().get("kind")))
                        .flatMap(
                                kind ->
                                        others(it, facts).stream()
                                                .map(keys::of)
                                                .map(other -> couple(kind, own, other, day)))
                        .distinct()
                        .toList();
        return couples.isEmpty() ? null : couples;
    }

    /** The same whichever of the two applied. */
    private static String couple(String kind, String one, String other, LocalDate day) {
        String both = one.compareTo(other) < 0 ? one + "+" + other : other + "+" + one;
        return kind + "/" + both + "/" + day;
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
