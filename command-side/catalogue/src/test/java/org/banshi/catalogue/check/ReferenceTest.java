package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.catalogue.TaskActs;
import org.banshi.catalogue.TaskActs.Act;
import org.banshi.catalogue.manifest.ManifestReader;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Finding;
import org.banshi.catalogue.source.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference for writers of packages, {@code bpmn/README.md}, names what is read, all of it. */
class ReferenceTest {

    private static final String README = read(Path.of("../../bpmn/README.md"));

    /**
     * A key that nobody reads in each kind of map: the finding about it says which ones are read.
     * It names the heading of the reference that has to list them.
     */
    private static final String MANIFEST =
            """
            key of service.yaml: 1
            codes: {key of codes: 1}
            item: {key of item: 1}
            phone: {key of phone: 1}
            publishing: {key of publishing: 1}
            materials: [{key of materials: 1}]
            retention: {key of retention: 1}
            limits:
              key of limits: 1
              promised: {key of limits.promised: 1}
              receiving: {key of limits.receiving: 1}
            steps:
              a:
                key of steps.<step>: 1
                outcomes: [{key of steps.<step>.outcomes: 1}]
            automatic: {a: {key of automatic.<step>: 1}}
            result: [{key of result: 1}]
            reasons: {a: {key of reasons.<key>: 1}}
            opens: [{key of opens: 1}]
            reratings: [{key of reratings: 1}]
            endings: {a: {key of endings.<mark>: 1}}
            words: {a: {key of words.<event>: 1}}
            """;

    private static final String SCENARIO =
            """
            key of scenarios/*.yaml: 1
            applicant: {key of applicant: 1}
            benefits: [{key of benefits: 1}]
            registers: {a: {key of registers.<register>: 1}}
            actions:
            - apply: {key of apply: 1}
            - {task: a, key of task: 1}
            - {act: a, key of act: 1}
            - supplement: {key of supplement: 1}
            - {advanceTo: a, key of advanceTo: 1}
            - object: {key of object: 1}
            - answer: {key of answer: 1}
            - withdraw: {key of withdraw: 1}
            - terminate: {key of terminate: 1}
            - rate: {key of rate: 1}
            expect: {key of expect: 1}
            """;

    private static final Pattern UNREAD =
            Pattern.compile("\"key of (.+)\" is not a word of this format");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** A heading of the reference, and the keys that have to stand below it. */
    record Block(String heading, Set<String> keys) {

        @Override
        public String toString() {
            return heading;
        }
    }

    static List<Block> blocks() {
        Findings findings = new Findings();
        ManifestReader.read(MANIFEST.getBytes(StandardCharsets.UTF_8), findings);
        new ScenarioReader(findings)
                .read("scenarios/a.yaml", SCENARIO.getBytes(StandardCharsets.UTF_8));
        List<Block> blocks = new ArrayList<>();
        for (Finding finding : findings.list()) {
            Matcher unread = UNREAD.matcher(finding.problem());
            if (unread.matches()) {
                String keys = finding.mend().replace("Remove it, or use one of ", "");
                blocks.add(new Block(unread.group(1), Set.of(keys.split(", "))));
            }
        }
        return blocks;
    }

    @Test
    void looks_at_every_kind_of_map() {
        long marks =
                Stream.of(MANIFEST, SCENARIO)
                        .flatMap(it -> Pattern.compile("key of ").matcher(it).results())
                        .count();

        assertThat(blocks()).hasSize((int) marks);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void names_every_key_that_is_read_and_no_other(Block block) {
        assertThat(rows(section("### `" + block.heading() + "`")))
                .containsExactlyInAnyOrderElementsOf(block.keys());
    }

    @Test
    void names_every_act_and_what_it_needs() {
        assertThat(section("### Acts").lines())
                .containsAll(TaskActs.all().stream().map(ReferenceTest::row).toList());
    }

    private static String row(Act act) {
        String needs =
                act.components().stream()
                        .map(ReferenceTest::need)
                        .collect(Collectors.joining(", "));
        return String.format(
                        "| `%s` | %s | %s | %s |",
                        act.name(),
                        act.outcome().isEmpty() ? "" : "`" + act.outcome() + "`",
                        act.automatic() ? "automatic" : act.beside() ? "beside" : "officer",
                        needs)
                .replace("|  |", "| |");
    }

    private static String need(RecordComponent component) {
        return "`" + component.getName() + "`" + (Act.isOptional(component) ? "?" : "");
    }

    @Test
    void names_every_message_family_and_hint() {
        Stream.of(ProcessCheck.MESSAGES, TaskActs.families(), FormHints.HINTS)
                .flatMap(Set::stream)
                .forEach(word -> assertThat(README).contains("`" + word + "`"));
    }

    private static String section(String heading) {
        int from = README.indexOf("\n" + heading + "\n");
        assertThat(from).as("the heading " + heading).isNotNegative();
        String below = README.substring(from + heading.length() + 2);
        Matcher next = Pattern.compile("(?m)^##").matcher(below);
        return next.find() ? below.substring(0, next.start()) : below;
    }

    private static Set<String> rows(String section) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher row = ROW.matcher(section);
        while (row.find()) {
            keys.add(row.group(1));
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
