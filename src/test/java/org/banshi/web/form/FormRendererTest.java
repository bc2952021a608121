package org.banshi.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.FormSchema;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormView.Field;
import org.banshi.web.form.FormView.Kind;
import org.junit.jupiter.api.Test;

/** On the real forms of the packages. */
class FormRendererTest {

    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final FormSchema ALLOWANCE =
            CATALOGUE.current("minimum-living-allowance").orElseThrow().form();
    private static final FormSchema PERMIT =
            CATALOGUE.current("residence-permit").orElseThrow().form();

    @Test
    void asks_for_one_member_before_anything_is_filled_in() {
        Field members =
                field(
                        FormRenderer.render(ALLOWANCE.schema(), FormData.empty(), List.of()),
                        "/members");

        assertThat(members.kind()).isEqualTo(Kind.ROWS);
        assertThat(members.rows()).hasSize(1);
        assertThat(members.canAdd()).isTrue();
    }

    @Test
    void adds_a_row_where_it_is_asked_to() {
        FormView form =
                FormRenderer.render(
                        ALLOWANCE.schema(),
                        new FormData(Map.of("members", List.of(Map.of("name", "李梅")))),
                        List.of(),
                        "/members");

        assertThat(field(form, "/members").rows()).hasSize(2);
        assertThat(field(form, "/members/0/name").value()).isEqualTo("李梅");
        assertThat(field(form, "/members/1/name").value()).isEmpty();
    }

    @Test
    void puts_an_error_at_its_field_and_into_the_summary() {
        FormView form =
                FormRenderer.render(
                        ALLOWANCE.schema(),
                        FormData.empty(),
                        List.of(error("/members/0/name"), error("/members/5"), error("")));

        assertThat(field(form, "/members/0/name").error()).isNotNull();
        assertThat(form.mistakes())
                .extracting(FormView.Mistake::target)
                .containsExactlyInAnyOrder("f-members-0-name", "f-members", "form");
    }

    @Test
    void names_a_question_that_is_a_sentence_without_its_full_stop() {
        FormView form =
                FormRenderer.render(PERMIT.schema(), FormData.empty(), List.of(error("/promise")));

        assertThat(form.mistakes())
                .extracting(mistake -> mistake.message().zh())
                .containsExactly("我承诺以上内容真实：此项必填");
    }

    @Test
    void shows_conditional_questions_only_while_they_are_asked() {
        FormView self =
                FormRenderer.render(
                        PERMIT.schema(), new FormData(Map.of("applyFor", "self")), List.of());
        FormView child =
                FormRenderer.render(
                        PERMIT.schema(), new FormData(Map.of("applyFor", "child")), List.of());

        assertThat(all(self)).extracting(Field::pointer).doesNotContain("/holderName");
        assertThat(field(child, "/holderName").required()).isTrue();
        assertThat(field(self, "/applyFor").decides()).isTrue();
    }

    @Test
    void words_every_question_of_every_form_in_both_languages() {
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
        for (FormSchema form : forms) {
            assertThat(FormRenderer.fields(form.schema()).entrySet())
                    .allSatisfy(
                            entry -> {
                                Text label = entry.getValue().label();
                                assertThat(label.zh()).isNotEqualTo(entry.getKey());
                                assertThat(label.en()).isNotEqualTo(label.zh());
                            });
        }
    }

    @Test
    void tells_an_answer_in_the_words_of_its_choice_and_with_its_unit() {
        FormView form =
                FormRenderer.render(
                        ALLOWANCE.schema(),
                        new FormData(
                                Map.of(
                                        "applyFor",
                                        "household",
                                        "monthlyIncome",
                                        2400,
                                        "otherProperty",
                                        false)),
                        List.of());

        assertThat(field(form, "/applyFor").answer("zh")).isEqualTo("按家庭申请");
        assertThat(field(form, "/applyFor").answer("en")).isEqualTo("The household");
        assertThat(field(form, "/monthlyIncome").answer("zh")).startsWith("2,400 元");
        assertThat(field(form, "/otherProperty").answer("en")).isEqualTo("No");
    }

    private static FieldError error(String pointer) {
        return new FieldError(pointer, "required", Text.of("此项必填", "Required"));
    }

    private static Field field(FormView form, String pointer) {
        return all(form).filter(field -> field.pointer().equals(pointer)).findFirst().orElseThrow();
    }

    private static Stream<Field> all(FormView form) {
        return form.sections().stream().flatMap(section -> all(section.fields()));
    }

    private static Stream<Field> all(List<Field> fields) {
        return fields.stream()
                .flatMap(
                        field ->
                                Stream.of(
                                                Stream.of(field),
                                                all(field.fields()),
                                                field.rows().stream()
                                                        .flatMap(row -> all(row.fields())))
                                        .flatMap(part -> part));
    }
}
