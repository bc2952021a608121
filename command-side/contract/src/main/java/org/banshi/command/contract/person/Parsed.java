package org.banshi.command.contract.person;

import java.util.Optional;

/**
 * What became of a text that should be an identifier: the identifier, or the fault found.
 *
 * @param <T> the kind of identifier
 */
public sealed interface Parsed<T> {

    /** The identifier, when the text is one. */
    Optional<T> value();

    /** The fault, when it is none. */
    Optional<Fault> fault();

    /** A text that is an identifier. */
    record Valid<T>(T identifier) implements Parsed<T> {

        @Override
        public Optional<T> value() {
            return Optional.of(identifier);
        }

        @Override
        public Optional<Fault> fault() {
            return Optional.empty();
        }
    }

    /** A text that is none. */
    record Faulty<T>(Fault found) implements Parsed<T> {

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<Fault> fault() {
            return Optional.of(found);
        }
    }

    static <T> Parsed<T> valid(T identifier) {
        return new Valid<>(identifier);
    }

    static <T> Parsed<T> faulty(Fault fault) {
        return new Faulty<>(fault);
    }
}
