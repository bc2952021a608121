package org.banshi.process.task;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.TaskActs;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.social.Lot;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** Builds the command behind an act from the values that a form or a package gives, by name. */
public final class ActCommands {

    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .build();

    /**
     * The command of {@code act}, or of its {@code outcome} where the act has several.
     *
     * @param given components that the engine fills: application, step, stamp and the like; they
     *     win over {@code data}
     * @param data the other components by name; a component of type {@link FormData} gets all of it
     * @throws InvalidTaskDataException when a value is missing or of the wrong shape
     * @throws IllegalStateException when no command bears the act
     */
    public Command build(String act, String outcome, Map<String, ?> given, FormData data) {
        return build(find(act, outcome), outcome, given, data);
    }

    /** Whether the command of an act needs a {@link Lot} to draw with. */
    public boolean draws(String act, String outcome) {
        return Arrays.stream(find(act, outcome).getRecordComponents())
                .anyMatch(component -> component.getType() == Lot.class);
    }

    /**
     * A command of {@code type}, its components filled as those of an act's.
     *
     * @throws InvalidTaskDataException when a value is missing or of the wrong shape
     */
    public Command build(
            Class<? extends Command> type, String outcome, Map<String, ?> given, FormData data) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i], outcome, given, data, errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidTaskDataException(errors);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }

    /** A value as a component of a command takes it, such as an id from its text. */
    public Object read(RecordComponent component, Object value) {
        return json.convertValue(value, json.constructType(component.getGenericType()));
    }

    private static Class<? extends Command> find(String act, String outcome) {
        return TaskActs.find(act, outcome)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no command for act " + act + " outcome " + outcome))
                .command();
    }

    private @Nullable Object value(
            RecordComponent component,
            String outcome,
            Map<String, ?> given,
            FormData data,
            List<FieldError> errors) {
        String name = component.getName();
        if (given.containsKey(name)) {
            return given.get(name);
        }
        if (name.equals("outcome")) {
            return outcome;
        }
        if (component.getType() == FormData.class) {
            return data;
        }
        Object raw = data.values().get(name);
        if (raw == null) {
            if (!TaskActs.Act.isOptional(component)) {
                errors.add(
                        new FieldError("/" + name, "required", new Text("请填写此项", "Fill this in")));
            }
            return null;
        }
        try {
            return read(component, raw);
        } catch (IllegalArgumentException e) {
            errors.add(
                    new FieldError(
                            "/" + name,
                            "type",
                            new Text("此项的格式不正确", "This is not written as it should be")));
            return null;
        }
    }
}
