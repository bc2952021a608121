package org.banshi.web.officer;

import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;

/** How a task ended, in the words of the item's version that the case pinned. */
public final class OutcomeWords {

    private final Catalogue catalogue;

    OutcomeWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Null while the task has not ended. */
    public @Nullable Text label(WorkItemRow row) {
        String outcome = row.outcome();
        return outcome == null
                ? null
                : catalogue
                        .find(new ServiceVersion(row.service(), row.serviceVersion()))
                        .map(service -> service.steps().get(row.step()))
                        .flatMap(
                                step ->
                                        step.outcomes().stream()
                                                .filter(one -> one.key().equals(outcome))
                                                .findFirst())
                        .map(one -> one.label())
                        .orElse(Text.of(outcome, outcome));
    }
}
