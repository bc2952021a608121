package org.banshi.command.domain.officers;

import java.util.HashMap;
import java.util.Map;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.Concern;
import org.jspecify.annotations.Nullable;

/** Who did which step last, and what each officer declared: it only evolves. */
public final class CaseOfficersState {

    private final Map<String, String> handlers = new HashMap<>();
    private final Map<String, Concern> concerns = new HashMap<>();

    /** Takes what happened. */
    public void on(CaseOfficersEvent event) {
        if (event instanceof CaseOfficersEvent.StepHandled handled) {
            handlers.put(handled.step(), handled.officer());
        } else if (event instanceof CaseOfficersEvent.ConcernDeclared declared) {
            concerns.put(declared.officer(), declared.concern());
        }
    }

    /** Account of whoever did that step last; null where nobody did. */
    @Nullable String handler(String step) {
        return handlers.get(step);
    }

    /** What the officer declared last; null where nothing. */
    public @Nullable Concern declared(String officer) {
        return concerns.get(officer);
    }

    /** Whether the officer does nothing in the case. */
    public boolean isConcerned(String officer) {
        Concern declared = concerns.get(officer);
        return declared != null && declared != Concern.NONE;
    }

    /** Accounts that do nothing in the case, each with why. */
    public Map<String, Concern> concerned() {
        Map<String, Concern> concerned = new HashMap<>(concerns);
        concerned.values().removeIf(Concern.NONE::equals);
        return Map.copyOf(concerned);
    }
}
