package org.banshi.process.version;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.Publishing.Running;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.StayReason;
import org.jspecify.annotations.Nullable;

/**
 * What a new version means for cases that stand in the same parts of the same version.
 *
 * @param policy what happens to them; {@link Running#PINNED} where they stay
 * @param reason why they stay though the policy would move them; else null
 */
public record Fate(Running policy, @Nullable StayReason reason) {

    private static final String ACCEPTANCE = "acceptance";

    private static Fate stays(StayReason reason) {
        return new Fate(Running.PINNED, reason);
    }

    /**
     * Judges by where they stand alone; what each case has behind it is asked when it is moved.
     *
     * @param parts in which they stand
     * @param accepted whether they were accepted
     */
    public static Fate of(
            ServiceDefinition pinned,
            ServiceDefinition next,
            List<String> parts,
            boolean accepted) {
        Publishing publishing = next.publishing();
        Places here = Places.of(pinned.process());
        Places there = Places.of(next.process());
        return switch (publishing.running()) {
            case PINNED -> new Fate(Running.PINNED, null);
            case MIGRATED ->
                    parts.isEmpty() || !here.lackingIn(there, parts).isEmpty()
                            ? stays(StayReason.PLACE_GONE)
                            : new Fate(Running.MIGRATED, null);
            case FAST_FORWARDED ->
                    forwarded(next, here, there, parts, publishing.to().orElseThrow(), accepted)
                            .map(Fate::stays)
                            .orElse(new Fate(Running.FAST_FORWARDED, null));
        };
    }

    private static Optional<StayReason> forwarded(
            ServiceDefinition next,
            Places here,
            Places there,
            List<String> parts,
            String step,
            boolean accepted) {
        if (parts.size() != 1 || !here.isOutside(parts.get(0))) {
            return Optional.of(StayReason.SIDE_PATH);
        }
        String part = parts.get(0);
        boolean known = there.has(part);
        if (!known && !here.has(step)) {
            return Optional.of(StayReason.PLACE_GONE);
        }
        Set<String> between = (known ? there : here).between(part, step);
        if (between.isEmpty()) {
            return Optional.of(StayReason.PAST_THE_STEP);
        }
        return !accepted && between.stream().anyMatch(it -> decidesOnAcceptance(next, it))
                ? Optional.of(StayReason.ACCEPTANCE_BETWEEN)
                : Optional.empty();
    }

    private static boolean decidesOnAcceptance(ServiceDefinition next, String part) {
        Step step = next.steps().get(part);
        return step != null && step.outcomes().stream().anyMatch(it -> it.act().equals(ACCEPTANCE));
    }
}
