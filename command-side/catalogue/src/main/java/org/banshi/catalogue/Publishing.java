package org.banshi.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a package says of its own publishing.
 *
 * @param fourEyes whether another than who uploaded it publishes it, and a roll-back takes two
 * @param running what happens to cases that run on earlier versions
 * @param to with {@link Running#FAST_FORWARDED}: the step to which they are taken
 */
public record Publishing(boolean fourEyes, Running running, Optional<String> to) {

    /** One publisher is enough, and cases stay with what they began with. */
    public static final Publishing PINNED = new Publishing(false, Running.PINNED, Optional.empty());

    /** What happens to cases that run on earlier versions. */
    public enum Running {
        /** They go on with the version that they began with: forms, process, rules and words. */
        PINNED,
        /**
         * They go on where they stand, on the new version; who stands where it has no place, stays.
         */
        MIGRATED,
        /** They are taken to a named step of the new version, unless they have come so far. */
        FAST_FORWARDED;

        /** The policy of a word of {@code service.yaml}, such as {@code fast-forwarded}. */
        public static Optional<Running> of(String word) {
            return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
        }

        /** As packages write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
