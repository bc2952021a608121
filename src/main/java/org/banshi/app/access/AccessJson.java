package org.banshi.app.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A line of the journal as JSON, on one line: what the chain covers, byte for byte. */
final class AccessJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private AccessJson() {}

    static String write(Access access) {
        try {
            return JSON.writeValueAsString(access);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an entry that cannot be written");
        }
    }

    /**
     * @throws IllegalArgumentException when it is none
     */
    static Access read(String line) {
        try {
            return JSON.readValue(line, Access.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("not an entry");
        }
    }
}
