package org.banshi.query.projection.progress;

import java.util.List;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The personal parts of a page, stored under the person's key. Without the key they are gone, and
 * the rest of the page stays.
 */
record Sealed(@Nullable Text supplementReason, @Nullable Text reason, List<Progress.Line> result) {

    static final Sealed NOTHING = new Sealed(null, null, List.of());

    boolean isEmpty() {
        return equals(NOTHING);
    }

    Sealed withSupplementReason(@Nullable Text text) {
        return new Sealed(text, reason, result);
    }

    Sealed withReason(@Nullable Text text) {
        return new Sealed(supplementReason, text, result);
    }

    Sealed withResult(List<Progress.Line> lines) {
        return new Sealed(supplementReason, reason, List.copyOf(lines));
    }

    /** The whole page. */
    Progress into(Progress page) {
        return new Progress(
                page.application(),
                page.number(),
                page.service(),
                page.serviceVersion(),
                page.region(),
                page.serviceName(),
                page.version(),
                page.status(),
                page.now(),
                page.who(),
                page.officePhone(),
                page.since(),
                page.until(),
                page.caseDue(),
                page.next(),
                page.yourTurn(),
                page.supplementItems(),
                page.yourTurn() ? supplementReason : null,
                page.decided(),
                page.conclusion(),
                page.ending(),
                reason == null ? page.reason() : reason,
                result,
                page.provisional(),
                page.remedies(),
                page.milestones());
    }

    /** Never prints its values. */
    @Override
    public String toString() {
        return "Sealed[...]";
    }
}
