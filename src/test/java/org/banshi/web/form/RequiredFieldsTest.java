package org.banshi.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FormSchema;
import org.banshi.catalogue.form.JsonForm;
import org.banshi.command.contract.application.FormData;
import org.banshi.web.form.FormView.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page marks as required exactly what validation asks for. */
class RequiredFieldsTest {

    private static final Catalogue CATALOGUE = Shipped.catalogue();

    private static final String BRANCHES =
            """
            {"type": "object", "required": ["a"],
             "$defs": {"yes": {"const": "yes"}},
             "properties": {
              "a": {"enum": ["yes", "no"]}, "b": {"type": "string"}, "c": {"type": "string"},
              "d": {"type": "string"}, "e": {"type": "string"}, "f": {"type": "string"}},
             "if": {"required": ["a"], "properties": {"a": {"$ref": "#/$defs/yes"}}},
             "then": {"required": ["b"]}, "else": {"required": ["c"]},
             "allOf": [
              {"if": {"properties": {"a": {"not": {"const": "no"}}}}, "then": {"required": ["d"]}}]}""";

    @Test
    void follow_every_branch_of_a_schema_without_a_hint_of_when_to_show_them() throws Exception {
        FormSchema form = new JsonForm(new ObjectMapper().readTree(BRANCHES));

        assertThat(marked(form, Map.of())).containsExactly("a", "c", "d");
        assertThat(marked(form, Map.of("a", "yes"))).containsExactly("a", "b", "d");
        assertThat(marked(form, Map.of("a", "no", "e", "x"))).containsExactly("a", "c");
        for (Map<String, Object> data :
                List.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("a", "yes"),
                        Map.of("a", "no", "e", "x"),
                        Map.of("a", "no", "b", "x", "c", "x", "d", "x", "f", "x"))) {
            agree(form, data);
        }
    }

    @Test
    void are_those_of_every_form_of_every_service() {
        List<FormSchema> forms =
                CATALOGUE.current().stream()
                        .flatMap(
                                service ->
                                        Stream.concat(
                                                Stream.of(service.form()),
                                                service.steps().values().stream()
                                                        .flatMap(step -> step.outcomes().stream())
                                                        .flatMap(
                                                                outcome ->
                                                                        outcome.form().stream())))
                        .toList();

        assertThat(forms).hasSizeGreaterThan(10);
        forms.forEach(form -> agree(form, Map.of()));
    }

    @Test
    void change_with_the_answers_that_decide() {
        FormSchema allowance = form("minimum-living-allowance");
        for (boolean relative : new boolean[] {true, false}) {
            Map<String, Object> data = new LinkedHashMap<>(Household.data().values());
            data.put("staffRelative", relative);
            agree(allowance, data);
            assertThat(marked(allowance, data).contains("staffRelativeNote")).isEqualTo(relative);
        }
        for (String who : List.of("self", "child", "unable")) {
            agree(form("residence-permit"), Map.of("applyFor", who));
        }
    }

    /** Validation is the authority: without the field it objects, or it does not. */
    private static void agree(FormSchema form, Map<String, ? extends @Nullable Object> data) {
        for (Field field : shown(form, data)) {
            Map<String, @Nullable Object> without = new LinkedHashMap<>(data);
            without.remove(field.pointer().substring(1));
            boolean asked =
                    form.validate(new FormData(without)).stream()
                            .anyMatch(
                                    error ->
                                            error.pointer().equals(field.pointer())
                                                    && error.code().contains("equired"));
            assertThat(field.required())
                    .as(field.pointer() + " of " + data.keySet())
                    .isEqualTo(asked);
        }
    }

    private static TreeSet<String> marked(
            FormSchema form, Map<String, ? extends @Nullable Object> data) {
        TreeSet<String> names = new TreeSet<>();
        shown(form, data).stream()
                .filter(Field::required)
                .forEach(field -> names.add(field.pointer().substring(1)));
        return names;
    }

    private static List<Field> shown(
            FormSchema form, Map<String, ? extends @Nullable Object> data) {
        return FormRenderer.render(
                        form.schema(), new FormData(new LinkedHashMap<>(data)), List.of())
                .sections()
                .stream()
                .flatMap(section -> section.fields().stream())
                .toList();
    }

    private static FormSchema form(String service) {
        return CATALOGUE.current(service).orElseThrow().form();
    }
}
