package org.banshi.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.time.LocalDate;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** Turns the validator's errors into words for the person who filled in the form. */
final class FieldErrors {

    private FieldErrors() {}

    static FieldError of(Error error, JsonNode data, @Nullable LocalDate today) {
        String pointer = error.getInstanceLocation().toString();
        String keyword = error.getKeyword();
        if (error.getProperty() != null && isAboutOneProperty(keyword)) {
            pointer += "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
        }
        if (keyword.equals("format")) {
            String format = error.getSchemaNode().asText();
            Fault fault = Formats.fault(format, data.at(pointer), today).orElse(null);
            return fault == null
                    ? new FieldError(pointer, "format", standardFormat(format))
                    : new FieldError(pointer, format + "." + fault.code(), fault.message());
        }
        return new FieldError(pointer, keyword, words(keyword, error));
    }

    private static boolean isAboutOneProperty(String keyword) {
        return switch (keyword) {
            case "required", "dependentRequired", "additionalProperties", "unevaluatedProperties" ->
                    true;
            default -> false;
        };
    }

    private static Text standardFormat(String format) {
        return switch (format) {
            case "date" ->
                    Text.of(
                            "请填写存在的日期，例如2026-09-14。",
                            "Give a date that exists, such as 2026-09-14.");
            case "email" ->
                    Text.of("请填写完整的电子邮箱地址，包含@。", "Give the whole e-mail address, with its @.");
            default -> Text.of("请按要求的格式填写。", "Use the format that is asked for.");
        };
    }

    private static Text words(String keyword, Error error) {
        String limit = error.getSchemaNode() == null ? "" : error.getSchemaNode().asText();
        return switch (keyword) {
            case "required", "dependentRequired" -> Text.of("请填写此项。", "Fill this in.");
            case "additionalProperties", "unevaluatedProperties" ->
                    Text.of("表单中没有此项，请删除。", "The form has no such field: leave it out.");
            case "type" -> type(limit);
            case "enum", "const" -> Text.of("请从所列选项中选择。", "Choose one of the options listed.");
            case "minLength" ->
                    Text.of("至少填写" + limit + "个字。", "Write at least " + limit + " characters.");
            case "maxLength" ->
                    Text.of("最多填写" + limit + "个字。", "Write at most " + limit + " characters.");
            case "pattern" -> Text.of("请按提示的格式填写。", "Write it as the hint shows.");
            case "minimum" -> Text.of("不能小于" + limit + "。", "It can't be less than " + limit + ".");
            case "maximum" -> Text.of("不能大于" + limit + "。", "It can't be more than " + limit + ".");
            case "exclusiveMinimum" ->
                    Text.of("必须大于" + limit + "。", "It must be more than " + limit + ".");
            case "exclusiveMaximum" ->
                    Text.of("必须小于" + limit + "。", "It must be less than " + limit + ".");
            case "multipleOf" ->
                    Text.of("必须是" + limit + "的整数倍。", "It must be a multiple of " + limit + ".");
            case "minItems" ->
                    Text.of("至少填写" + limit + "项。", "Give at least " + limit + " entries.");
            case "maxItems" ->
                    Text.of("最多填写" + limit + "项。", "Give at most " + limit + " entries.");
            case "uniqueItems" -> Text.of("请删除重复的项。", "Remove what is there twice.");
            case "minProperties" -> Text.of("请至少填写一项。", "Fill in at least one field.");
            default -> Text.of("此项与其他内容不一致，请核对。", "This does not agree with the rest: check it.");
        };
    }

    private static Text type(String type) {
        return switch (type) {
            case "integer" -> Text.of("请填写整数。", "Give a whole number.");
            case "number" -> Text.of("请填写数字。", "Give a number.");
            case "boolean" -> Text.of("请选择是或否。", "Choose yes or no.");
            case "array" -> Text.of("此项应为列表。", "There must be a list here.");
            case "object" -> Text.of("此项应包含若干内容。", "There must be several fields here.");
            default -> Text.of("请填写文字。", "Write some text.");
        };
    }
}
