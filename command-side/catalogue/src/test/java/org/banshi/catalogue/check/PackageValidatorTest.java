package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackageValidatorTest {

    private static final PackageValidator VALIDATOR =
            new PackageValidator(LanternLicence.reference());

    @Test
    void finds_nothing_wrong_with_a_valid_package() {
        assertThat(VALIDATOR.validate(LanternLicence.NAME, LanternLicence.valid().files()))
                .isEmpty();
    }

    @Test
    void tells_everything_at_once_and_in_order() {
        LanternLicence lantern =
                LanternLicence.valid()
                        .replace("service.yaml", "trustLevel: 3", "trustLevel: 9")
                        .replace("form.schema.json", "\"mobile-number\"", "\"telegraph\"")
                        .replace("process.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\"")
                        .remove("guide.en.md");

        List<Finding> findings = VALIDATOR.validate(LanternLicence.NAME, lantern.files());

        assertThat(findings)
                .extracting(Finding::file)
                .containsExactly("form.schema.json", "guide.en.md", "process.bpmn", "service.yaml");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.mend()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "service.yaml, 'category: ['",
        "form.schema.json, '{'",
        "tasks/opinion.schema.json, '{'",
        "process.bpmn, '<bpmn'",
        "rules.dmn, '<definitions'",
        "scenarios/granted.yaml, 'title: ['"
    })
    void tells_of_a_file_that_cannot_be_read_and_of_no_other_that_rests_on_it(
            String file, String broken) {
        LanternLicence lantern = LanternLicence.valid().write(file, broken);

        assertThat(VALIDATOR.validate(LanternLicence.NAME, lantern.files()))
                .allSatisfy(finding -> assertThat(finding.file()).isEqualTo(file))
                .extracting(Finding::problem)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("not "))
                .contains("while this file cannot be read, the parts are not checked together");
    }

    @Test
    void tells_of_a_missing_manifest_and_of_no_key_in_it() {
        LanternLicence lantern = LanternLicence.valid().remove("service.yaml");

        assertThat(VALIDATOR.validate(LanternLicence.NAME, lantern.files()))
                .extracting(Finding::problem)
                .containsExactly(
                        "the file is missing",
                        "while this file cannot be read, the parts are not checked together");
    }

    /** One mistake in {@code service.yaml} is no mistake of the process or of the scenarios. */
    @ParameterizedTest
    @CsvSource({
        "'    body: town\\n    title: {zh: 材料', '    body: tawn\\n    title: {zh: 材料'",
        "'regions: [\"440000\"]', 'regions: [\"449900\"]'",
        "'category: festivals\\n', ''"
    })
    void tells_a_mistake_at_its_own_place_only(String text, String mistaken) {
        LanternLicence lantern =
                LanternLicence.valid()
                        .replace(
                                "service.yaml",
                                text.replace("\\n", "\n"),
                                mistaken.replace("\\n", "\n"));

        assertThat(VALIDATOR.validate(LanternLicence.NAME, lantern.files()))
                .singleElement()
                .extracting(Finding::file)
                .isEqualTo("service.yaml");
    }

    @Test
    void tells_once_of_a_process_that_is_not_drawn() {
        String drawn = LanternLicence.valid().files().text("process.bpmn");
        LanternLicence lantern =
                LanternLicence.valid()
                        .write(
                                "process.bpmn",
                                drawn.replaceFirst("(?s)<bpmndi:BPMNDiagram.*BPMNDiagram>", ""));

        assertThat(VALIDATOR.validate(LanternLicence.NAME, lantern.files()))
                .extracting(Finding::problem)
                .containsExactly("the process is not drawn");
    }

    @Test
    void tells_the_line_that_is_not_written_in_utf_8() {
        LanternLicence lantern =
                LanternLicence.valid()
                        .write("guide.zh.md", "# Guide\n灯笼\n".getBytes(Charset.forName("GBK")));

        assertThat(VALIDATOR.validate(LanternLicence.NAME, lantern.files()))
                .containsExactly(
                        new Finding(
                                "guide.zh.md",
                                2,
                                "the file is not written in UTF-8",
                                "Save it with the encoding UTF-8"));
    }

    @Test
    void reads_what_an_editor_of_windows_saved_with_its_mark() {
        LanternLicence lantern = LanternLicence.valid();
        for (String file : List.of("service.yaml", "form.schema.json", "process.bpmn")) {
            lantern.write(file, "\uFEFF" + lantern.files().text(file).replace("\n", "\r\n"));
        }

        assertThat(VALIDATOR.validate(LanternLicence.NAME, lantern.files())).isEmpty();
    }

    /** Whatever somebody leaves out, there are findings and no failure: a line of every few. */
    @Test
    void never_fails_whatever_line_is_missing() {
        PackageFiles valid = LanternLicence.valid().files();
        for (String file : valid.paths()) {
            List<String> lines = valid.text(file).lines().toList();
            for (int missing = 0; missing < lines.size(); missing += 9) {
                List<String> left = new ArrayList<>(lines);
                left.remove(missing);
                PackageFiles files =
                        LanternLicence.valid().write(file, String.join("\n", left)).files();

                assertThatCode(() -> VALIDATOR.validate(LanternLicence.NAME, files))
                        .as(file + " without line " + (missing + 1))
                        .doesNotThrowAnyException();
            }
        }
    }

    static List<Mistake> mistakes() {
        return Mistake.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void names_file_line_and_problem_of(Mistake mistake) {
        assertThat(VALIDATOR.validate(LanternLicence.NAME, mistake.files()))
                .anySatisfy(
                        finding -> {
                            assertThat(finding.file()).isEqualTo(mistake.told());
                            assertThat(finding.line()).isEqualTo(mistake.line());
                            assertThat(finding.problem()).contains(mistake.problem());
                        })
                .allSatisfy(
                        finding -> {
                            assertThat(finding.problemWords().zh())
                                    .as(finding.problem())
                                    .containsPattern("\\p{IsHan}");
                            assertThat(finding.mendWords().zh())
                                    .as(finding.mend())
                                    .containsPattern("\\p{IsHan}");
                        });
    }
}
