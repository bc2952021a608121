package org.banshi.web.problem;

import java.util.List;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.text.Text;

/** A request that cannot be carried out, told in a {@link ProblemKind}'s words. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient Text next;
    private final transient List<FieldError> errors;

    private ProblemException(ProblemKind kind, Text next, List<FieldError> errors) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.next = next;
        this.errors = List.copyOf(errors);
    }

    public static ProblemException of(ProblemKind kind) {
        return new ProblemException(kind, kind.next(), List.of());
    }

    /** With other words for what to do next. */
    public static ProblemException of(ProblemKind kind, Text next) {
        return new ProblemException(kind, next, List.of());
    }

    /** With what is wrong, value by value. */
    public static ProblemException of(ProblemKind kind, List<FieldError> errors) {
        return new ProblemException(kind, kind.next(), errors);
    }

    /** With one wrong value. */
    public static ProblemException of(ProblemKind kind, String pointer, String code, Text message) {
        return of(kind, List.of(new FieldError(pointer, code, message)));
    }

    public ProblemKind kind() {
        return kind;
    }

    public Text next() {
        return next;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
