package org.banshi.eventstore.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as one flat JSON object of strings, keys sorted. */
public final class MetadataCodec {

    private static final JsonFactory JSON = new JsonFactory();

    private MetadataCodec() {}

    /** What is stored of a message's metadata: the values that are not null, as text. */
    public static Map<String, String> entries(Map<String, ?> metadata) {
        Map<String, String> entries = new TreeMap<>();
        metadata.forEach(
                (key, value) -> {
                    if (value != null) {
                        entries.put(key, value.toString());
                    }
                });
        return Collections.unmodifiableMap(entries);
    }

    /**
     * @param entries as {@link #entries} gives them
     */
    public static String encode(Map<String, String> entries) {
        StringWriter json = new StringWriter(256);
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                generator.writeStringField(entry.getKey(), entry.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new IllegalArgumentException("metadata cannot be written", e);
        }
        return json.toString();
    }

    public static Map<String, String> decode(String json) {
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                metadata.put(key, parser.getText());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("metadata cannot be read");
        }
        return Collections.unmodifiableMap(metadata);
    }
}
