package org.banshi.app.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every kind of letter there is, by the name of its file in {@code bpmn/letters}. */
public final class LetterTemplates {

    private static final String ENDING = ".yaml";

    private final Map<String, LetterTemplate> templates;

    private LetterTemplates(Map<String, LetterTemplate> templates) {
        this.templates = templates;
    }

    /**
     * Reads a folder.
     *
     * @throws UncheckedIOException when it is missing, or a file is not as it should be
     */
    public static LetterTemplates read(Path folder) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        Map<String, LetterTemplate> templates = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted =
                    files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
            for (Path file : sorted) {
                String name = file.getFileName().toString();
                templates.put(
                        name.substring(0, name.length() - ENDING.length()),
                        yaml.readValue(file.toFile(), LetterTemplate.class));
            }
            return new LetterTemplates(Map.copyOf(templates));
        } catch (IOException e) {
            throw new UncheckedIOException("letters in " + folder, e);
        }
    }

    /** Empty where a document is told of otherwise than by letter. */
    public Optional<LetterTemplate> find(String key) {
        return Optional.ofNullable(templates.get(key));
    }

    /** All, by key. */
    public Map<String, LetterTemplate> all() {
        return templates;
    }
}
