package org.banshi.catalogue;

import java.util.Optional;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of a case are called: as the item calls them, else as all items do. What nobody
 * named has no name for people.
 *
 * @param item null where it is not known
 */
public record FactNames(@Nullable ServiceDefinition item, ReferenceData reference) {

    private static final String DECISION = "decision.";
    private static final String REGISTER = "register.";

    /** A fact, by its name in the data; a coded value by {@code fact.value}. */
    public Optional<Text> of(String fact) {
        return own(fact).or(() -> Optional.ofNullable(reference.factWords().get(fact)));
    }

    /** As the item itself calls it. */
    public Optional<Text> own(String fact) {
        return Optional.ofNullable(item).map(it -> it.factWords().get(fact));
    }

    /** A decision, by its id in the DMN. */
    public Optional<Text> decision(String id) {
        return of(DECISION + id);
    }

    /** A register, by its key. */
    public Optional<Text> register(String key) {
        return of(REGISTER + key);
    }
}
