package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
