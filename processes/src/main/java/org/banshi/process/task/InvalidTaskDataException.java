package org.banshi.process.task;

import java.util.List;
import org.banshi.catalogue.FieldError;

/** The data of a completion do not satisfy the form of the outcome. */
public final class InvalidTaskDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidTaskDataException(List<FieldError> errors) {
        super("invalid task data");
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
