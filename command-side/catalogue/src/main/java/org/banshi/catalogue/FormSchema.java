package org.banshi.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.FormData;

/**
 * A form: a JSON Schema 2020-12 with {@code x-ui} hints, the one truth for rendering and
 * validation.
 */
public interface FormSchema {

    /**
     * Everything that is wrong with {@code data}; empty when nothing is. Unknown properties are
     * errors.
     */
    List<FieldError> validate(FormData data);

    /** As {@link #validate(FormData)}, and no birth date may lie after {@code today}. */
    default List<FieldError> validate(FormData data, LocalDate today) {
        return validate(data);
    }

    /** The schema itself, for rendering. */
    JsonNode schema();
}
