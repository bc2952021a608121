package org.banshi.eventstore.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as one flat JSON object of strings, keys sorted. */
public final class MetadataCodec {

    private static final JsonFactory JSON = new JsonFactory();

    private MetadataCodec() {}

    public static String encode(Map<String, ?> metadata) {
        StringWriter json = new StringWriter(256);
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.writeStartObject();
            for (Map.Entry<String, ?> entry : new TreeMap<>(metadata).entrySet()) {
                if (entry.getValue() != null) {
                    generator.writeStringField(entry.getKey(), entry.getValue().toString());
                }
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
        return metadata;
    }
}
