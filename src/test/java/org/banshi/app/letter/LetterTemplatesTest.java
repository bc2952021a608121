package org.banshi.app.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.text.Text;
import org.junit.jupiter.api.Test;

/** The templates of {@code bpmn/letters}. */
class LetterTemplatesTest {

    private static final LetterTemplates TEMPLATES =
            LetterTemplates.read(Path.of("../bpmn/letters"));

    /** What is told of a case, and of the rows of each list. */
    private static final Set<String> TOLD =
            Set.of(
                    "addressee",
                    "office",
                    "phone",
                    "number",
                    "service",
                    "day",
                    "appliedOn",
                    "due",
                    "reason",
                    "rule",
                    "ending",
                    "endingNext",
                    "undated",
                    "party",
                    "code",
                    "claimants",
                    "respondents",
                    "panel",
                    "answerBy",
                    "hearingDay",
                    "half",
                    "room",
                    "together",
                    "withdrawn",
                    "deemed",
                    "terminated",
                    "by",
                    "papers",
                    "proves",
                    "text",
                    "final",
                    "notFinal",
                    "partial",
                    "advanced",
                    "arbitrator",
                    "upheld",
                    "denied",
                    "hospital",
                    "assessedOn",
                    "grade",
                    "below",
                    "objectBy",
                    "lastWord",
                    "asOf",
                    "table",
                    "base",
                    "plus",
                    "minus",
                    "total",
                    "provisional",
                    "kept",
                    "notCounted");

    private static final Map<String, Set<String>> ROWS =
            Map.of(
                    "result", Set.of("label", "value"),
                    "lines", Set.of("label", "value"),
                    "remedies", Set.of("where", "rule", "lastDay"),
                    "claims", Set.of("n", "kind", "amount", "grounds"),
                    "answers", Set.of("by", "answer"));

    @Test
    void have_places_for_nothing_but_what_is_told() {
        TEMPLATES
                .all()
                .forEach(
                        (key, template) ->
                                template.blocks()
                                        .forEach(
                                                block ->
                                                        assertThat(unknown(block))
                                                                .as(key)
                                                                .isEmpty()));
    }

    private static List<String> unknown(LetterTemplate.Block block) {
        Stream<String> conditions = Stream.ofNullable(block.when());
        return Stream.concat(conditions, block.places().stream())
                .filter(name -> !TOLD.contains(name) && !name.contains("."))
                .filter(name -> !ROWS.containsKey(name))
                .filter(
                        name ->
                                !"items".equals(block.each())
                                        || !Set.of("n", "kind", "amount", "item").contains(name))
                .filter(
                        name ->
                                block.each() == null
                                        || !ROWS.getOrDefault(block.each(), Set.of())
                                                .contains(name))
                .toList();
    }

    @Test
    void are_there_for_everything_that_is_served_on_a_party() {
        for (ServedDocument document : ServedDocument.values()) {
            String key = "served-" + document.name().toLowerCase(Locale.ROOT);
            assertThat(TEMPLATES.find(key.replace('_', '-'))).as(key).isPresent();
        }
    }

    @Test
    void are_there_for_everything_that_a_package_delivers() throws IOException {
        Pattern delivered = Pattern.compile("act: delivery, with: \\{document: ([a-z-]+)");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> packages = Files.list(Path.of("../bpmn/services"))) {
            for (Path one : packages.toList()) {
                Matcher found = delivered.matcher(Files.readString(one.resolve("service.yaml")));
                while (found.find()) {
                    if (TEMPLATES.find(found.group(1)).isEmpty()) {
                        missing.add(found.group(1));
                    }
                }
            }
        }

        // What arbitration serves is a letter to each party; the applicant is told of the end.
        assertThat(missing).containsExactly("award");
    }

    @Test
    void have_each_word_in_both_languages() {
        TEMPLATES
                .all()
                .values()
                .forEach(
                        template -> {
                            assertThat(template.title().en()).isNotBlank();
                            assertThat(template.blocks())
                                    .allSatisfy(
                                            block -> {
                                                assertThat(block.zh()).isNotBlank();
                                                assertThat(block.en()).isNotBlank();
                                            });
                        });
    }

    @Test
    void leave_out_what_is_not_known_and_repeat_what_is_a_list() {
        LetterTemplate template =
                new LetterTemplate(
                        Text.of("信", "Letter"),
                        null,
                        List.of(
                                new LetterTemplate.Block(
                                        null, "reason", null, "因{reason}", "{reason}"),
                                new LetterTemplate.Block(
                                        null, null, "claims", "{n}：{kind}", "{n}: {kind}")));
        LetterFacts facts =
                new LetterFacts(
                        Map.of(),
                        Map.of(
                                "claims",
                                List.of(
                                        Map.of(
                                                "n",
                                                Text.of("一", "1"),
                                                "kind",
                                                Text.of("工资", "pay")),
                                        Map.of(
                                                "n",
                                                Text.of("二", "2"),
                                                "kind",
                                                Text.of("${x}$1", "leave")))));

        assertThat(template.filled(facts, "zh"))
                .extracting(LetterText.Part::text)
                .containsExactly("一：工资", "二：${x}$1");
        assertThat(template.filled(facts, "en"))
                .extracting(LetterText.Part::text)
                .containsExactly("1: pay", "2: leave");
    }
}
