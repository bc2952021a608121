package org.banshi.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.UnifiedSocialCreditCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** The formats of the field that a form may name beside those of JSON Schema. */
public final class Formats {

    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    private static final Fault REGION =
            new Fault("region-code", Text.of("请从列表中选择地区。", "Choose the region from the list."));
    private static final Fault MONEY =
            new Fault(
                    "money",
                    Text.of(
                            "请填写金额，单位为元，最多两位小数，不能为负数。",
                            "Give an amount in yuan with at most two decimals, not negative."));

    private interface Rule {
        Optional<Fault> check(JsonNode value, @Nullable LocalDate today);
    }

    private static final Map<String, Rule> RULES =
            Map.of(
                    "identity-number",
                    (value, today) ->
                            (today == null
                                            ? IdentityNumber.parse(value.asText())
                                            : IdentityNumber.parse(value.asText(), today))
                                    .fault(),
                    "mobile-number",
                    (value, today) -> MobileNumber.parse(value.asText()).fault(),
                    "uscc",
                    (value, today) -> UnifiedSocialCreditCode.parse(value.asText()).fault(),
                    "region-code",
                    (value, today) ->
                            value.asText().matches("\\d{6}(\\d{3})?")
                                    ? Optional.empty()
                                    : Optional.of(REGION),
                    "money",
                    (value, today) -> isMoney(value) ? Optional.empty() : Optional.of(MONEY));

    private Formats() {}

    /** The names that a form may use. */
    public static List<String> names() {
        return RULES.keySet().stream().sorted().toList();
    }

    /** What is wrong with a value of one of our formats. */
    static Optional<Fault> fault(String format, JsonNode value, @Nullable LocalDate today) {
        Rule rule = RULES.get(format);
        return rule == null ? Optional.empty() : rule.check(value, today);
    }

    static List<Format> all() {
        return RULES.keySet().stream().map(FieldFormat::new).map(Format.class::cast).toList();
    }

    private static boolean isMoney(JsonNode value) {
        if (value.isTextual() && !value.asText().matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            return false;
        }
        BigDecimal amount =
                value.isTextual() ? new BigDecimal(value.asText()) : value.decimalValue();
        return amount.signum() >= 0
                && amount.compareTo(LARGEST) <= 0
                && amount.stripTrailingZeros().scale() <= 2;
    }

    /** One of our formats, for strings and numbers. */
    private record FieldFormat(String name) implements Format {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
            LocalDate today = execution.getCollectorContext().get(JsonForm.TODAY);
            return !value.isValueNode() || value.isNull() || fault(name, value, today).isEmpty();
        }
    }
}
