package org.banshi.app.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps each wording by its content, with the place in the log from which on it is in force. A
 * template that was changed is in force for what happens after the start that found it so. A node
 * knows those of its own start: what another one brought since, it knows after its next.
 */
public final class StoredWordings implements LetterWordings {

    private final Map<String, NavigableMap<Long, LetterTemplate>> wordings = new HashMap<>();

    /**
     * Keeps what is new, and reads what there is.
     *
     * @param head position of the last event in the log
     */
    public StoredWordings(JdbcClient jdbc, ObjectMapper json, LetterTemplates now, long head) {
        now.all().forEach((key, template) -> keep(jdbc, key, written(json, template), head));
        jdbc.sql("SELECT template, since, content FROM letter_wording")
                .query(
                        row -> {
                            wordings.computeIfAbsent(
                                            row.getString("template"), key -> new TreeMap<>())
                                    .put(
                                            row.getLong("since"),
                                            read(json, row.getString("content")));
                        });
    }

    private static void keep(JdbcClient jdbc, String key, String content, long head) {
        jdbc.sql(
                        """
                        WITH newest AS (
                            SELECT digest FROM letter_wording WHERE template = :template
                            ORDER BY since DESC LIMIT 1),
                        found AS (
                            SELECT encode(sha256(convert_to(:content, 'UTF8')), 'hex') AS digest)
                        INSERT INTO letter_wording (template, since, digest, content)
                        SELECT :template,
                            CASE WHEN EXISTS (SELECT FROM newest) THEN :head + 1 ELSE 0 END,
                            found.digest, :content
                        FROM found
                        WHERE found.digest IS DISTINCT FROM (SELECT digest FROM newest)
                        ON CONFLICT (template, since) DO UPDATE
                        SET digest = excluded.digest, content = excluded.content""")
                .param("template", key)
                .param("content", content)
                .param("head", head)
                .update();
    }

    @Override
    public Optional<LetterTemplate> at(String template, long position) {
        return Optional.ofNullable(wordings.get(template))
                .map(known -> known.floorEntry(position))
                .map(Map.Entry::getValue);
    }

    private static String written(ObjectMapper json, LetterTemplate template) {
        try {
            return json.writeValueAsString(template);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a letter cannot be written", e);
        }
    }

    private static LetterTemplate read(ObjectMapper json, String content) {
        try {
            return json.readValue(content, LetterTemplate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a wording cannot be read", e);
        }
    }
}
