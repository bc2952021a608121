package org.banshi.catalogue.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.FormSchema;
import org.banshi.catalogue.LanternLicence;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.IdentityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormTest {

    private static final String OWNER = "440106190503071237";

    private final FormSchema form = LanternLicence.definition().form();
    private final Map<String, Object> data = new HashMap<>();

    JsonFormTest() {
        data.put("owner", OWNER);
        data.put("phone", "13800000000");
        data.put("lanterns", 3);
        data.put("colour", "red");
        data.put("outdoors", false);
    }

    @Test
    void takes_what_is_filled_in_rightly() {
        data.put("value", new BigDecimal("12.50"));
        data.put("company", "91440101MA0000A19B");
        data.put("helpers", List.of(Map.of("name", "灯小红", "born", "1905-03-07")));

        assertThat(errors()).isEmpty();
    }

    @Test
    void asks_for_what_is_missing_at_its_own_place() {
        data.remove("colour");
        data.put("helpers", List.of(Map.of("born", "1905-03-07")));

        assertThat(errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/colour", "required"), tuple("/helpers/0/name", "required"));
    }

    @Test
    void refuses_what_the_form_does_not_have() {
        data.put("mood", "good");
        data.put("helpers", List.of(Map.of("name", "灯小红", "a/b", 1)));

        assertThat(errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/mood", "/helpers/0/a~1b");
    }

    @Test
    void asks_for_a_conditional_field_only_when_its_condition_holds() {
        data.put("outdoors", true);
        assertThat(errors()).extracting(FieldError::pointer).containsExactly("/street");

        data.put("street", "灯笼路");
        assertThat(errors()).isEmpty();

        data.put("outdoors", false);
        data.remove("street");
        assertThat(errors()).isEmpty();
    }

    @Test
    void takes_a_field_of_a_branch_only_where_the_branch_holds() {
        FormSchema branched =
                JsonForm.of(
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of("outdoors", Map.of("type", "boolean")),
                                "if",
                                Map.of("properties", Map.of("outdoors", Map.of("const", true))),
                                "then",
                                Map.of("properties", Map.of("street", Map.of("type", "string")))));

        assertThat(branched.validate(new FormData(Map.of("outdoors", true, "street", "灯笼路"))))
                .isEmpty();
        assertThat(branched.validate(new FormData(Map.of("outdoors", false, "street", "灯笼路"))))
                .extracting(FieldError::pointer)
                .containsExactly("/street");
    }

    @Test
    void says_what_is_wrong_with_an_identity_number() {
        data.put("owner", "44010619050307123X");

        assertThat(errors())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.pointer()).isEqualTo("/owner");
                            assertThat(error.code()).isEqualTo("identity-number.check-digit");
                            assertThat(error.message().zh()).contains("校验位");
                        });
    }

    @Test
    void lets_nobody_be_born_tomorrow() {
        String digits = "44010620260915123";
        data.put("owner", digits + IdentityNumber.checkDigit(digits));

        assertThat(form.validate(new FormData(data), LocalDate.of(2026, 9, 14)))
                .extracting(FieldError::code)
                .containsExactly("identity-number.future");
        assertThat(form.validate(new FormData(data), LocalDate.of(2026, 9, 15))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "owner, 44010619050307123X",
        "phone, 12345678901",
        "company, 91440101MA0000A19C",
        "lanterns, many",
        "lanterns, 0",
        "lanterns, 1001",
        "colour, blue",
        "outdoors, perhaps",
        "value, 12.345",
        "value, -1"
    })
    void never_repeats_a_value_and_speaks_both_languages(String field, String wrong) {
        boolean number = wrong.matches("-?[0-9.]+") && wrong.length() < 8;
        data.put(field, number ? (Object) new BigDecimal(wrong) : wrong);

        assertThat(errors())
                .isNotEmpty()
                .allSatisfy(
                        error -> {
                            assertThat(error.pointer()).isEqualTo("/" + field);
                            assertThat(error.message().zh()).isNotBlank();
                            assertThat(error.message().en()).isNotBlank();
                            assertThat(error.toString()).doesNotContain(wrong + " ");
                            assertThat(error.message().toString())
                                    .doesNotContain(wrong.length() > 3 ? wrong : "\0");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "0.01, true",
        "1314.00, true",
        "1314.000, true",
        "999999999999.99, true",
        "0.001, false",
        "-0.01, false",
        "1000000000000, false"
    })
    void money_is_never_negative_and_has_two_decimals(BigDecimal amount, boolean fits) {
        data.put("value", amount);

        assertThat(errors().isEmpty()).isEqualTo(fits);
    }

    @Test
    void money_may_be_written_as_text_where_the_schema_says_so() {
        FormSchema text =
                JsonForm.of(
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of("paid", Map.of("type", "string", "format", "money"))));

        assertThat(text.validate(new FormData(Map.of("paid", "12.50")))).isEmpty();
        assertThat(text.validate(new FormData(Map.of("paid", "1e3")))).hasSize(1);
    }

    @Test
    void an_open_map_takes_any_property_where_the_schema_says_so() {
        FormSchema open = JsonForm.of(Map.of("type", "object", "additionalProperties", true));

        assertThat(open.validate(new FormData(Map.of("any", 1)))).isEmpty();
    }

    @Test
    void a_shared_definition_is_closed_where_it_is_used() {
        FormSchema shared =
                JsonForm.of(
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                Map.of("lantern", Map.of("$ref", "#/$defs/lantern")),
                                "$defs",
                                Map.of(
                                        "lantern",
                                        Map.of(
                                                "type",
                                                "object",
                                                "properties",
                                                Map.of("size", Map.of("type", "integer"))))));

        assertThat(shared.validate(new FormData(Map.of("lantern", Map.of("size", 1))))).isEmpty();
        assertThat(shared.validate(new FormData(Map.of("lantern", Map.of("weight", 1)))))
                .extracting(FieldError::pointer)
                .containsExactly("/lantern/weight");
    }

    @Test
    void the_schema_handed_out_cannot_change_the_form() {
        ((ObjectNode) form.schema()).removeAll();

        assertThat(form.schema().path("properties").has("owner")).isTrue();
    }

    private List<FieldError> errors() {
        return form.validate(new FormData(data));
    }
}
