package org.banshi.command.domain.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an application could lead to. Where all of it runs already there is nothing to apply for: a
 * household whose situation changed reports that instead (民发〔2021〕57号 第三十条).
 */
final class SoughtBenefits {

    private static final String APPLY_FOR = "applyFor";
    private static final String SELF = "self";

    private SoughtBenefits() {}

    private static String rule(ServiceDefinition definition) {
        return definition.family().equals("disability")
                ? "国发〔2015〕52号 第二部分、第三部分"
                : "民发〔2021〕57号 第三十条、第三十一条";
    }

    static Optional<Refusal> problem(
            Apply command, ServiceDefinition definition, RunningBenefits running) {
        Map<String, @Nullable Object> form = command.form().values();
        List<Opening> sought =
                definition.opens().stream()
                        .filter(SoughtBenefits::runsUntilStopped)
                        .filter(it -> isPossible(it, form))
                        .toList();
        boolean allRun =
                !sought.isEmpty()
                        && sought.stream().allMatch(it -> runs(it, command, form, running));
        return allRun
                ? Optional.of(ReceivingRefusals.benefitRuns(definition.name(), rule(definition)))
                : Optional.empty();
    }

    /** What ends by itself is applied for anew; a wrong stop is made good whatever runs by now. */
    private static boolean runsUntilStopped(Opening opening) {
        return opening.kind().equals("benefit")
                && !opening.with().containsKey("months")
                && !Boolean.TRUE.equals(opening.with().get("makesGood"));
    }

    /** Whether the form leaves it open; what only the case finds out leaves it open too. */
    private static boolean isPossible(Opening opening, Map<String, @Nullable Object> form) {
        return opening.conditions().entrySet().stream()
                .allMatch(
                        it -> {
                            Object said = CaseFacts.at(it.getKey(), form);
                            return said == null || it.getValue().contains(said.toString());
                        });
    }

    /**
     * Of the applicant alone: what runs for somebody else is not told to whoever names their
     * number. The office finds it, and the benefit is confirmed anew.
     */
    private static boolean runs(
            Opening opening,
            Apply command,
            Map<String, @Nullable Object> form,
            RunningBenefits running) {
        String path = opening.from().get(APPLY_FOR);
        Object whom = path == null ? null : CaseFacts.at(path, form);
        if (whom != null && !whom.equals(SELF)) {
            return false;
        }
        // Somebody may have applied for the applicant before: then it is found by the number.
        Map<String, @Nullable Object> whose =
                Map.of("identityNumber", command.details().identityNumber());
        String kind = String.valueOf(opening.with().get("kind"));
        return running.find(command.applicant(), kind, whose)
                .filter(it -> !running.isPhasedOut(it))
                .isPresent();
    }
}
