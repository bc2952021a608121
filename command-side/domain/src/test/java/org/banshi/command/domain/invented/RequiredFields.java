package org.banshi.command.domain.invented;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.FormSchema;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;

/** A form that asks for some fields, allows some more, and nothing else. */
record RequiredFields(Set<String> required, Set<String> optional) implements FormSchema {

    @Override
    public List<FieldError> validate(FormData data) {
        List<FieldError> errors = new ArrayList<>();
        required.stream()
                .filter(name -> !data.values().containsKey(name))
                .forEach(name -> errors.add(error(name, "required")));
        data.values().keySet().stream()
                .filter(name -> !required.contains(name) && !optional.contains(name))
                .forEach(name -> errors.add(error(name, "additionalProperties")));
        return errors;
    }

    @Override
    public JsonNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = schema.putObject("properties");
        required.forEach(properties::putObject);
        optional.forEach(properties::putObject);
        return schema;
    }

    private static FieldError error(String name, String code) {
        return new FieldError("/" + name, code, Text.of(name + " 有误", name + " is wrong"));
    }
}
