package org.banshi.catalogue.check;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.banshi.catalogue.TaskActs.Act;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;

/** Whether an outcome's form covers exactly what its act's command needs. */
final class ComponentFit {

    private final Act act;
    private final Findings findings;

    ComponentFit(Act act, Findings findings) {
        this.act = act;
        this.findings = findings;
    }

    void check(Located schema) {
        Located properties = schema.find("properties");
        Map<String, Located> fields = properties == null ? Map.of() : properties.entries();
        Set<String> required = new HashSet<>();
        schema.nearest("required")
                .items()
                .forEach(item -> required.add(String.valueOf(item.text())));
        Set<String> components = new TreeSet<>();
        for (RecordComponent component : act.components()) {
            components.add(component.getName());
            Located field = fields.get(component.getName());
            if (field != null) {
                type(component, field);
                if (!required.contains(component.getName()) && !Act.isOptional(component)) {
                    findings.add(
                            field,
                            component.getName() + " is not required, but its act needs it",
                            "Add it to required");
                }
            } else if (!Act.isOptional(component)) {
                findings.add(
                        schema.nearest("properties"),
                        "act " + act.name() + " needs " + component.getName(),
                        "Add the property and make it required");
            }
        }
        if (!act.takesWholeData()) {
            fields.forEach(
                    (name, field) -> {
                        if (!components.contains(name)) {
                            findings.add(
                                    field,
                                    "act " + act.name() + " takes no " + name,
                                    "Remove it, or use one of " + components);
                        }
                    });
        }
    }

    private void type(RecordComponent component, Located field) {
        Class<?> wanted = component.getType();
        String type = text(field, "type");
        boolean fits;
        String mend;
        if (wanted.isEnum()) {
            Set<String> words = constants(wanted);
            Located values = field.find("enum");
            fits =
                    values != null
                            && values.items().stream().allMatch(v -> words.contains(v.text()));
            mend = "Use \"enum\" with some of " + words;
        } else if (wanted == int.class || wanted == Integer.class) {
            fits = type.equals("integer");
            mend = "Use \"type\": \"integer\"";
        } else if (wanted == boolean.class) {
            fits = type.equals("boolean");
            mend = "Use \"type\": \"boolean\"";
        } else if (wanted == BigDecimal.class) {
            fits = type.equals("number") || type.equals("integer");
            mend = "Use \"type\": \"number\"";
        } else if (wanted == LocalDate.class) {
            fits = type.equals("string") && text(field, "format").equals("date");
            mend = "Use \"type\": \"string\" with \"format\": \"date\"";
        } else if (wanted == List.class) {
            Located items = field.find("items");
            String each = ofTexts(component) ? "string" : "object";
            fits = type.equals("array") && items != null && text(items, "type").equals(each);
            mend = "Use \"type\": \"array\" of " + each + "s";
        } else {
            fits = type.equals("string");
            mend = "Use \"type\": \"string\"";
        }
        if (!fits) {
            findings.add(field, component.getName() + " has the wrong type for its act", mend);
        }
    }

    private static boolean ofTexts(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == String.class;
    }

    private static String text(Located schema, String key) {
        Located value = schema.find(key);
        return value == null || value.text() == null ? "" : value.text();
    }

    /** The words of an enum. */
    static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
