package org.banshi.app.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.banshi.app.BanshiTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What docs/vex.cdx.json says of vulnerabilities that are known is so. */
@BanshiTest
class VexTest {

    private final ProcessEngine engine;

    @Autowired
    VexTest(ProcessEngine engine) {
        this.engine = engine;
    }

    @Test
    void speaks_of_the_engine_that_is_used() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        JsonNode vex = JsonMapper.builder().build().readTree(Path.of("docs/vex.cdx.json").toFile());

        String version = vex.path("components").path(0).path("version").asText();

        assertThat(pom).contains("<camunda.version>" + version + "</camunda.version>");
        assertThat(vex.path("vulnerabilities").findValuesAsText("id"))
                .containsExactly("CVE-2026-109432", "CVE-2026-77226");
        assertThat(vex.path("vulnerabilities").findValuesAsText("ref"))
                .containsOnly("pkg:maven/org.camunda.bpm/camunda-engine@" + version);
    }

    @Test
    void neither_the_engines_rest_interface_nor_its_web_applications_are_there() {
        assertThat(ProcessEngine.class.getName()).isEqualTo("org.camunda.bpm.engine.ProcessEngine");
        for (String vulnerable :
                List.of(
                        "org.camunda.bpm.engine.rest.dto.task.TaskQueryDto",
                        "org.camunda.bpm.engine.rest.TaskRestService",
                        "org.camunda.bpm.admin.impl.web.SetupResource",
                        "org.camunda.bpm.webapp.impl.engine.ProcessEnginesFilter")) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .as(vulnerable)
                    .isThrownBy(() -> Class.forName(vulnerable));
        }
    }

    @Test
    void the_engine_evaluates_no_expressions_in_ad_hoc_queries() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
    }
}
