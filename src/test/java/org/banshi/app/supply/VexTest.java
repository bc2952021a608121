package org.banshi.app.supply;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.banshi.app.BanshiTest;
import org.banshi.process.broken.AsksByExpression;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.query.Query;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What docs/vex.cdx.json says of vulnerabilities that are known is so. */
@BanshiTest
class VexTest {

    private static final ArchRule NO_EXPRESSIONS_IN_QUERIES =
            noClasses()
                    .that()
                    .resideInAPackage("org.banshi..")
                    .should()
                    .callMethodWhere(
                            new DescribedPredicate<JavaMethodCall>("a query takes an expression") {
                                @Override
                                public boolean test(JavaMethodCall call) {
                                    String method = call.getTarget().getName();
                                    return call.getTargetOwner().isAssignableTo(Query.class)
                                            && (method.endsWith("Expression")
                                                    || method.equals("or"));
                                }
                            });

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
    void no_query_of_ours_takes_an_expression() {
        JavaClasses banshi =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.banshi");

        NO_EXPRESSIONS_IN_QUERIES.check(banshi);

        assertThat(
                        NO_EXPRESSIONS_IN_QUERIES
                                .evaluate(
                                        new ClassFileImporter()
                                                .importClasses(AsksByExpression.class))
                                .hasViolation())
                .isTrue();
    }

    @Test
    void the_engine_evaluates_no_expressions_in_ad_hoc_queries() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
    }
}
