package org.banshi.catalogue.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.banshi.catalogue.decision.DmnText;
import org.banshi.catalogue.form.MetaSchema;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people's checkers say of a package is read in Chinese, too. */
class CheckerWordsTest {

    /** Words that make a sentence; names of elements and types stay as they are. */
    private static final Pattern SENTENCE =
            Pattern.compile("\\b(the|is|not|must|has|found|expected|expecting|allowed|was)\\b");

    private static final String BPMN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                id="d" targetNamespace="http://banshi.org">
              <bpmn:process id="p" isExecutable="true">%s</bpmn:process>
            </bpmn:definitions>
            """;

    private static void isChinese(String problem) {
        assertThat(FindingWords.of(problem).zh())
                .as(problem)
                .containsPattern("\\p{IsHan}")
                .doesNotContain("英文原话")
                .doesNotContainPattern(SENTENCE);
    }

    static Stream<Object> schemas() {
        return Stream.of(
                Map.of("type", "text"),
                Map.of("type", List.of()),
                Map.of("properties", Map.of("a", Map.of("minLength", "1"))),
                Map.of("properties", Map.of("a", Map.of("minLength", -1))),
                Map.of("properties", Map.of("a", Map.of("multipleOf", 0))),
                Map.of("properties", List.of("a")),
                Map.of("required", "a"),
                Map.of("required", List.of("a", "a")),
                Map.of("allOf", List.of()),
                Map.of("$defs", Map.of("a", 1)),
                Map.of("$anchor", "1"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void of_json_schema(Object schema) {
        assertThat(MetaSchema.faults(schema)).isNotEmpty();
        MetaSchema.faults(schema).forEach(fault -> isChinese(fault.message()));
    }

    @Test
    void of_json_schema_wherever_it_runs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(MetaSchema.faults(Map.of("required", "a")))
                    .allSatisfy(it -> assertThat(it.message()).doesNotContainPattern("\\p{IsHan}"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:task id='a'/><bpmn:task id='a'/>",
                "<bpmn:userTask id='a' colour='red'/>",
                "<bpmn:sequenceFlow id='f' sourceRef='a'/>",
                "<bpmn:sequenceFlow id='f' sourceRef='a' targetRef='b'/>",
                "<bpmn:userTask id='a' startQuantity='many'/>",
                "<bpmn:userTask id='a'/>text",
                "<bpmn:usertask id='a'/>",
                "<bpmn:userTask id='a'><bpmn:userTask id='b'/></bpmn:userTask>",
                "<bpmn:userTask id='1'/>",
            })
    void of_bpmn(String inside) {
        String problem = null;
        try {
            Bpmn.readModelFromStream(
                    new ByteArrayInputStream(BPMN.formatted(inside).getBytes(UTF_8)));
        } catch (ModelException invalid) {
            Throwable cause = invalid;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            problem = cause.getMessage();
        }
        assertThat(problem).isNotNull();
        isChinese("not BPMN 2.0: " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<a>",
                "<a></b>",
                "<a/>x",
                "<a b/>",
                "<a b=c/>",
                "<a b='1' b='2'/>",
                "<a b='<'/>",
                "<a>& </a>",
                "<a>&nbsp;</a>",
                "<a>&amp</a>",
                "<a:b/>",
                "<a b:c='1'/>",
                "<!-- -- --><a/>",
                " <?xml version='1.0'?><a/>",
                "<!DOCTYPE a><a/>",
                "<a",
                "<a><",
            })
    void of_xml(String text) {
        Findings findings = new Findings();
        XmlSource.read("process.bpmn", text.getBytes(UTF_8), findings);
        assertThat(findings.list()).isNotEmpty();
        findings.list().forEach(finding -> isChinese(finding.problem()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: 1}",
                "{\"a\" 1}",
                "{\"a\": 1 \"b\": 2}",
                "[1 2]",
                "{\"a\": }",
                "{\"a\": yes}",
                "{\"a\": [1}",
                "{\"a\": 1",
                "[1",
                "{\"a\": \"b",
                "{\"a\": \"b\nc\"}",
            })
    void of_json(String text) {
        Findings findings = new Findings();
        JsonSource.read("form.schema.json", text.getBytes(UTF_8), findings);
        assertThat(findings.list()).isNotEmpty();
        findings.list().forEach(finding -> isChinese(finding.problem()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a: 1\nb\nc: 2",
                "a: [1, 2",
                "a: {b: 1",
                "a: {b: 1, c: {d]",
                "a: \"b",
                "a: *b",
                "a: @b",
                "a: \"\\y\"",
                "a:\n  - 1\n  b: 2",
                "a: 1\n...\nb",
            })
    void of_yaml(String text) {
        Findings findings = new Findings();
        YamlSource.read("service.yaml", text.getBytes(UTF_8), findings);
        assertThat(findings.list()).isNotEmpty();
        findings.list().forEach(finding -> isChinese(finding.problem()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +", "if a then", "a b c )", "\"a", "[1..", "= 1"})
    void of_feel(String text) {
        isChinese("not FEEL: " + DmnText.faultOfExpression(text).orElseThrow());
    }

    @Test
    void of_dmn() {
        String dmn =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
                    namespace="n"><decision id="a" name="a" colour="red"/></definitions>
                """;
        isChinese(
                "not DMN: "
                        + DmnText.faultOf(new ByteArrayInputStream(dmn.getBytes(UTF_8)))
                                .orElseThrow());
    }

    @Test
    void marks_what_it_does_not_know_as_the_checkers_own_words() {
        assertThat(FindingWords.of("not XML: something new").zh())
                .isEqualTo("不是 XML：检查程序的英文原话是“something new”");
    }
}
