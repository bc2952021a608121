package org.banshi.eventstore.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.crypto.Sealing;
import org.jspecify.annotations.Nullable;

/**
 * Events to JSON and back. Personal components become envelopes of a {@link Sealing}, bound to the
 * event's stored name and the component's; decimals keep their scale.
 */
public final class EventCodec {

    private final EventTypes types;
    private final Sealing cipher;
    private final Map<String, Upcaster> upcasters = new HashMap<>();
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    public EventCodec(EventTypes types, Sealing cipher, List<Upcaster> upcasters) {
        this.types = types;
        this.cipher = cipher;
        for (Upcaster upcaster : upcasters) {
            if (this.upcasters.put(key(upcaster.name(), upcaster.revision()), upcaster) != null) {
                throw new IllegalArgumentException("two upcasters lift " + upcaster.name());
            }
        }
    }

    public EventTypes types() {
        return types;
    }

    /** The revision that {@link #encode} writes. */
    public int revisionOf(Event event) {
        return types.of(event.getClass()).revision();
    }

    public String encode(Event event) {
        EventType type = types.of(event.getClass());
        PersonId subject = event instanceof PersonalEvent personal ? personal.subject() : null;
        StringWriter json = new StringWriter(512);
        try (JsonGenerator generator = mapper.createGenerator(json)) {
            generator.writeStartObject();
            for (EventType.Component component : type.components()) {
                Object value = type.value(event, component);
                if (value == null) {
                    continue;
                }
                generator.writeFieldName(component.name());
                if (component.personal() && subject != null) {
                    String plain = mapper.writeValueAsString(value);
                    generator.writeString(
                            cipher.encrypt(subject, plain, context(type, component.name())));
                } else if (value instanceof String text) {
                    generator.writeString(text);
                } else {
                    mapper.writeValue(generator, value);
                }
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written: " + type.name());
        }
        return json.toString();
    }

    /**
     * The event; personal components of a person whose key was destroyed are null.
     *
     * @throws UnreadableEventException when it can't be understood
     */
    public Event decode(String name, int revision, String payload) {
        return decode(name, revision, payload, Interest.EVERYTHING);
    }

    /**
     * The event, without the personal components that are of no interest.
     *
     * @throws UnreadableEventException when it can't be understood
     */
    public Event decode(String name, int revision, String payload, Interest interest) {
        return decode(
                name,
                revision,
                interest,
                new Payload() {
                    @Override
                    public JsonParser parser() throws IOException {
                        return mapper.createParser(payload);
                    }

                    @Override
                    public JsonNode tree() throws IOException {
                        return mapper.readTree(payload);
                    }
                });
    }

    /** The same of a payload that is not yet text. */
    public Event decode(String name, int revision, ByteBuffer payload, Interest interest) {
        byte[] bytes = payload.array();
        int offset = payload.arrayOffset() + payload.position();
        int length = payload.remaining();
        return decode(
                name,
                revision,
                interest,
                new Payload() {
                    @Override
                    public JsonParser parser() throws IOException {
                        return mapper.createParser(bytes, offset, length);
                    }

                    @Override
                    public JsonNode tree() throws IOException {
                        return mapper.readTree(bytes, offset, length);
                    }
                });
    }

    private interface Payload {
        JsonParser parser() throws IOException;

        JsonNode tree() throws IOException;
    }

    private Event decode(String name, int revision, Interest interest, Payload payload) {
        EventType type = types.named(name);
        if (type == null) {
            throw new UnreadableEventException(name, "no such type in this program");
        }
        if (revision > type.revision()) {
            throw new UnreadableEventException(
                    name, "revision " + revision + " is newer than this program");
        }
        try {
            return revision == type.revision()
                    ? decode(type, payload, interest)
                    : upcast(type, revision, payload);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw misfit(name, e);
        }
    }

    /** Neither message nor cause: they may quote personal data. */
    private static UnreadableEventException misfit(String name, Throwable why) {
        return new UnreadableEventException(
                name, "stored form does not fit (" + why.getClass().getSimpleName() + ")");
    }

    private Event decode(EventType type, Payload payload, Interest interest) throws IOException {
        @Nullable Object[] values = new Object[type.components().size()];
        try (JsonParser parser = payload.parser()) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, type);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int index = type.indexOf(parser.currentName());
                expect(index >= 0, type);
                EventType.Component component = type.components().get(index);
                parser.nextToken();
                if (!component.personal()) {
                    values[index] = read(parser, component);
                } else if (interest.inPersonal(type.type(), component.name())) {
                    values[index] = decrypt(type, component, parser.getText());
                }
            }
        }
        return create(type, values);
    }

    private Event upcast(EventType type, int revision, Payload payload) throws IOException {
        ObjectNode tree = (ObjectNode) payload.tree();
        boolean plain = false;
        for (int from = revision; from < type.revision(); from++) {
            Upcaster upcaster = upcasters.get(key(type.name(), from));
            if (upcaster == null) {
                throw new UnreadableEventException(type.name(), "nothing lifts revision " + from);
            }
            if (!plain) {
                open(type, tree, upcaster);
                plain = true;
            }
            tree = lift(upcaster, tree);
        }
        @Nullable Object[] values = new Object[type.components().size()];
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            int index = type.indexOf(field.getKey());
            expect(index >= 0, type);
            try (JsonParser parser = mapper.treeAsTokens(field.getValue())) {
                parser.nextToken();
                values[index] = read(parser, type.components().get(index));
            }
        }
        return create(type, values);
    }

    private static ObjectNode lift(Upcaster upcaster, ObjectNode tree) {
        try {
            return upcaster.change().apply(tree);
        } catch (RuntimeException | LinkageError e) {
            throw misfit(upcaster.name(), e);
        }
    }

    /** Replaces envelopes by what they hold. */
    private void open(EventType type, ObjectNode tree, Upcaster upcaster) throws IOException {
        for (String component : upcaster.personal()) {
            JsonNode envelope = tree.get(component);
            if (envelope != null) {
                Optional<String> plain =
                        cipher.decrypt(envelope.textValue(), context(type, component));
                if (plain.isPresent()) {
                    tree.set(component, mapper.readTree(plain.get()));
                } else {
                    tree.remove(component);
                }
            }
        }
    }

    private @Nullable Object decrypt(EventType type, EventType.Component component, String envelope)
            throws IOException {
        Optional<String> plain = cipher.decrypt(envelope, context(type, component.name()));
        if (plain.isEmpty()) {
            return null;
        }
        try (JsonParser parser = mapper.createParser(plain.get())) {
            parser.nextToken();
            return read(parser, component);
        }
    }

    private @Nullable Object read(JsonParser parser, EventType.Component component)
            throws IOException {
        if (component.type() == String.class && parser.hasToken(JsonToken.VALUE_STRING)) {
            return parser.getText();
        }
        return readers.computeIfAbsent(
                        component.type(), type -> mapper.readerFor(mapper.constructType(type)))
                .readValue(parser);
    }

    private static Event create(EventType type, @Nullable Object[] values) {
        try {
            return type.create(values);
        } catch (RuntimeException | LinkageError e) {
            // Whatever it fails with, it will fail with it again: nobody should wait for that.
            throw misfit(type.name(), e);
        }
    }

    private static void expect(boolean fits, EventType type) {
        if (!fits) {
            throw new UnreadableEventException(type.name(), "stored form has other components");
        }
    }

    private static String context(EventType type, String component) {
        return type.name() + '/' + component;
    }

    private static String key(String name, int revision) {
        return name + '#' + revision;
    }
}
