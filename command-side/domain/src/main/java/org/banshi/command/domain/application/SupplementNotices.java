package org.banshi.command.domain.application;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;

/**
 * What the applicant was told to supplement, for the rule that everything missing is told in one
 * notice (一次性告知, 行政许可法 32(4)).
 *
 * <p>A later notice may name an item that came in with a supplement and will not do. Any other item
 * could have been told the first time; it may be named only when a fact has come in since that the
 * body did not have: a register's answer, a check, a visit, or a statement that the applicant
 * changed.
 */
final class SupplementNotices {

    private final Set<String> cameIn = new HashSet<>();
    private List<String> asked = List.of();
    private boolean first = true;
    private boolean newFact;

    /** What the notice in force asks for; empty when nothing is asked for. */
    List<String> asked() {
        return asked;
    }

    /** Of {@code items}, those that should have been told in the first notice. */
    Set<String> couldHaveBeenTold(List<String> items) {
        if (first || newFact) {
            return Set.of();
        }
        Set<String> late = new LinkedHashSet<>(items);
        late.removeAll(cameIn);
        return late;
    }

    void on(ApplicationEvent.SupplementRequested notice) {
        asked = List.copyOf(notice.items());
        first = false;
        newFact = false;
    }

    void on(ApplicationEvent.Supplemented supplement, FormData before) {
        asked = List.of();
        supplement.materials().stream().map(Material::code).forEach(cameIn::add);
        Set<String> changed = new HashSet<>(CaseFacts.valuesOf(supplement.changes()).keySet());
        cameIn.addAll(changed);
        changed.removeIf(
                name ->
                        Objects.equals(
                                before.values().get(name),
                                supplement.changes().values().get(name)));
        newFact |= !changed.isEmpty();
    }

    void onNewFact() {
        newFact = true;
    }
}
