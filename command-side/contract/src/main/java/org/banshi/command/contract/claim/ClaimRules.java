package org.banshi.command.contract.claim;

import java.util.List;
import org.banshi.command.contract.message.Event;

/**
 * Declares which claims an event takes and releases: a pure function, so that an import can
 * recreate them.
 */
public interface ClaimRules {

    /** What {@code event} of {@code stream} does to claims. */
    Changes of(String stream, Event event);

    /** Whether events of this type may do anything to claims; an import looks at no others. */
    default boolean concerns(Class<? extends Event> type) {
        return true;
    }

    /** Several rules as one: an event claims and releases what any of them says. */
    static ClaimRules all(List<ClaimRules> rules) {
        return new ClaimRules() {
            @Override
            public Changes of(String stream, Event event) {
                List<Changes> concerned =
                        rules.stream()
                                .filter(it -> it.concerns(event.getClass()))
                                .map(it -> it.of(stream, event))
                                .filter(it -> it != Changes.NONE)
                                .toList();
                return switch (concerned.size()) {
                    case 0 -> Changes.NONE;
                    case 1 -> concerned.get(0);
                    default ->
                            new Changes(
                                    concerned.stream()
                                            .flatMap(it -> it.acquired().stream())
                                            .toList(),
                                    concerned.stream()
                                            .flatMap(it -> it.released().stream())
                                            .toList());
                };
            }

            @Override
            public boolean concerns(Class<? extends Event> type) {
                return rules.stream().anyMatch(it -> it.concerns(type));
            }
        };
    }

    /**
     * @param acquired fails the whole command when another stream holds one of them
     * @param released quietly nothing where the stream does not hold it
     */
    record Changes(List<Claim> acquired, List<Claim> released) {
        public static final Changes NONE = new Changes(List.of(), List.of());
    }
}
