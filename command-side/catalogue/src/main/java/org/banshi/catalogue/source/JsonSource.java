package org.banshi.catalogue.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON. */
public final class JsonSource {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonSource() {}

    /** The file's content; unread when it cannot be read, which is a finding. */
    public static Located read(String file, byte[] bytes, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                findings.add(file, 1, "the file is empty", "Write the JSON or remove the file");
                return Located.unread(file);
            }
            return new Reader(file, parser, findings).read(1);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            findings.add(
                    file,
                    line,
                    "not JSON: " + broken.getOriginalMessage(),
                    "Mend the line or the one above");
            return Located.unread(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Reader(String file, JsonParser parser, Findings findings) {

        Located read(int line) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_OBJECT) {
                return new Located(file, line, null, readMap());
            }
            if (token == JsonToken.START_ARRAY) {
                return new Located(file, line, null, readList());
            }
            @Nullable Object value =
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        case VALUE_STRING -> parser.getText();
                        default -> Scalars.number(parser.getText());
                    };
            return new Located(file, line, value == null ? null : parser.getText(), value);
        }

        private Map<String, Located> readMap() throws IOException {
            Map<String, Located> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int line = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                if (entries.put(key, read(line)) != null) {
                    findings.add(file, line, "\"" + key + "\" is there twice", "Keep one of them");
                }
            }
            return Collections.unmodifiableMap(entries);
        }

        private List<Located> readList() throws IOException {
            List<Located> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser.currentTokenLocation().getLineNr()));
            }
            return Collections.unmodifiableList(items);
        }
    }
}
