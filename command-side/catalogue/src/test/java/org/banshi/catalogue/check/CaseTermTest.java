package org.banshi.catalogue.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.catalogue.source.Finding;
import org.junit.jupiter.api.Test;

/** Mistakes in a process that ends by itself on the case's last day, as labour mediation does. */
class CaseTermTest {

    private static final Path BPMN = Path.of("../../bpmn");
    private static final String SERVICE = "labour-mediation";
    private static final String PROCESS = "process.bpmn";

    private static final PackageFiles MEDIATION = DirectoryCatalogue.packages(BPMN).get(SERVICE);

    @Test
    void asks_for_the_last_day_of_no_case_that_is_not_accepted() {
        assertThat(
                        problemsWhere(
                                "sourceRef=\"applied\" targetRef=\"review\"",
                                "sourceRef=\"applied\" targetRef=\"await-end\""))
                .contains("one can get here before the case is accepted and has a last day");
    }

    @Test
    void asks_for_a_last_day_only_to_wait_for_it() {
        assertThat(
                        problemsWhere(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${until}</bpmn:timeDate>",
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P15D</bpmn:timeDuration>"))
                .contains("no timer waits for the case's last day");
    }

    @Test
    void asks_anew_where_the_parties_may_have_agreed_to_go_on() {
        assertThat(
                        problemsWhere(
                                "sourceRef=\"mediated\" targetRef=\"await-longer\"",
                                "sourceRef=\"mediated\" targetRef=\"mediate\""))
                .contains(
                        "mediate can move the case's last day, and this timer waits for the old"
                                + " one");
    }

    private static List<String> problemsWhere(String text, String instead) {
        Map<String, byte[]> files = new HashMap<>();
        MEDIATION.paths().forEach(path -> files.put(path, MEDIATION.find(path).orElseThrow()));
        String process = new String(files.get(PROCESS), StandardCharsets.UTF_8);
        assertThat(process).contains(text);
        files.put(PROCESS, process.replace(text, instead).getBytes(StandardCharsets.UTF_8));
        List<Finding> findings =
                new PackageValidator(YamlReferenceData.read(BPMN))
                        .validate(SERVICE, PackageFiles.of(files));
        assertThat(findings)
                .allSatisfy(it -> assertThat(it.problemWords().zh()).containsPattern("\\p{IsHan}"))
                .allSatisfy(it -> assertThat(it.mendWords().zh()).containsPattern("\\p{IsHan}"));
        return findings.stream().map(Finding::problem).toList();
    }
}
