package org.banshi.command.domain.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Event;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one case were given, put together from where it stands: the decision's own
 * event, and what registers answered about the adults of the household before it. {@link #take} the
 * case's events in order.
 */
public final class RuleInputs {

    /** The events that are about a case's facts. */
    public static final Set<Class<? extends Event>> TAKEN =
            Set.of(
                    ApplicationEvent.Applied.class,
                    ApplicationEvent.Supplemented.class,
                    ApplicationEvent.RegisterAsked.class,
                    ApplicationEvent.RegisterWithheld.class,
                    ApplicationEvent.RegisterAnswered.class);

    private final CaseFacts facts = new CaseFacts();
    private final RegisterQuestions questions = new RegisterQuestions();

    /** By question, those of whom something is gone with their key. */
    private final Map<String, Set<Integer>> erased = new HashMap<>();

    /** The next event of the case; those that are not about its facts are passed by. */
    public void take(Event event) {
        if (event instanceof ApplicationEvent.Applied applied) {
            facts.on(applied);
            questions.on(applied);
        } else if (event instanceof ApplicationEvent.Supplemented supplemented) {
            facts.on(supplemented);
            questions.on(supplemented);
        } else if (event instanceof ApplicationEvent.RegisterAsked asked) {
            questions.on(asked);
            note(asked.question(), asked.member(), asked.about());
        } else if (event instanceof ApplicationEvent.RegisterWithheld withheld) {
            facts.put(withheld.question(), questions.on(withheld));
            note(withheld.question(), withheld.member(), withheld.about());
        } else if (event instanceof ApplicationEvent.RegisterAnswered answered) {
            facts.put(answered.question(), questions.on(answered));
            note(answered.question(), answered.member(), answered.answer());
        }
    }

    private void note(String question, @Nullable Integer member, @Nullable FormData personal) {
        if (member != null && personal == null) {
            erased.computeIfAbsent(question, it -> new HashSet<>()).add(member);
        }
    }

    /**
     * What a rule was given. Of adults whose key was destroyed only the outcome is in it.
     *
     * @param decided the next event of the case
     * @return null when the applicant's key was destroyed
     */
    public @Nullable FormData of(ApplicationEvent.RuleDecided decided) {
        @Nullable FormData own = decided.inputs();
        if (own == null) {
            return null;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(own.values());
        decided.household().keySet().forEach(question -> all.put(question, facts.told(question)));
        return new FormData(all);
    }

    /** Whether something that the rule was given is gone with somebody's key. */
    public boolean erased(ApplicationEvent.RuleDecided decided) {
        return decided.inputs() == null
                || decided.household().entrySet().stream().anyMatch(this::anyErased);
    }

    private boolean anyErased(Map.Entry<String, List<Integer>> asked) {
        Set<Integer> gone = erased.getOrDefault(asked.getKey(), Set.of());
        return asked.getValue().stream().anyMatch(gone::contains);
    }
}
