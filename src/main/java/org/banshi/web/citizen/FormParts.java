package org.banshi.web.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a form as parts that are filled in one by one and in any order. Sections without
 * a question under the answers so far are not among them.
 */
final class FormParts {

    /** How far a part has come. */
    enum Status {
        NOT_STARTED,
        IN_PROGRESS,
        DONE
    }

    /**
     * One part.
     *
     * @param title null where the form has no sections
     * @param fields names of the form's own fields in it
     * @param optional whether all of it may be left out
     */
    record Part(
            String key, @Nullable Text title, Set<String> fields, Status status, boolean optional) {

        private boolean has(FieldError error) {
            return fields.contains(field(error));
        }
    }

    private final List<Part> all;
    private final List<FieldError> elsewhere;

    private FormParts(List<Part> all, List<FieldError> elsewhere) {
        this.all = all;
        this.elsewhere = elsewhere;
    }

    /**
     * The parts of a form.
     *
     * @param errors what keeps the whole of it from being filed
     * @param seen keys of the sections that the person has been through
     */
    static FormParts of(JsonNode schema, FormData data, List<FieldError> errors, Set<String> seen) {
        Set<String> wrong = errors.stream().map(FormParts::field).collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>();
        for (FormView.Section section : FormRenderer.render(schema, data, List.of()).sections()) {
            Set<String> fields =
                    section.fields().stream()
                            .map(field -> field.pointer().substring(1))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            boolean begun =
                    seen.contains(section.key())
                            || fields.stream().anyMatch(data.values()::containsKey);
            Status status =
                    !begun
                            ? Status.NOT_STARTED
                            : fields.stream().anyMatch(wrong::contains)
                                    ? Status.IN_PROGRESS
                                    : Status.DONE;
            parts.add(
                    new Part(
                            section.key(),
                            section.title(),
                            fields,
                            status,
                            section.fields().stream().noneMatch(FormView.Field::required)));
        }
        return new FormParts(
                parts,
                errors.stream()
                        .filter(error -> parts.stream().noneMatch(part -> part.has(error)))
                        .toList());
    }

    List<Part> all() {
        return all;
    }

    Optional<Part> find(@Nullable String key) {
        return all.stream().filter(part -> part.key().equals(key)).findFirst();
    }

    /** The part that asks for the form's own field of this name. */
    Optional<Part> asking(String field) {
        return all.stream().filter(part -> part.fields().contains(field)).findFirst();
    }

    Set<String> keys() {
        return all.stream().map(Part::key).collect(Collectors.toSet());
    }

    long done() {
        return all.stream().filter(part -> part.status() == Status.DONE).count();
    }

    /** What is wrong with no part in particular. */
    List<FieldError> elsewhere() {
        return elsewhere;
    }

    /** What of it is wrong in one part. */
    static List<FieldError> within(Part part, List<FieldError> errors) {
        return errors.stream().filter(part::has).toList();
    }

    private static String field(FieldError error) {
        String[] steps = error.pointer().split("/", 3);
        return steps.length > 1 ? steps[1] : "";
    }
}
