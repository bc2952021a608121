package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class RestrictionsTest {

    @Autowired private Office office;
    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${act.getClass() != null}",
                "${act['class'] != null}",
                "${execution.id != null}",
                "${dataSource != null}",
                "${now() != null}",
                "${''.concat('x') == 'x'}"
            })
    void an_expression_reaches_nothing_but_variables(String expression) {
        assertThatThrownBy(() -> run(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_expression_compares_variables() {
        run("${outcome == 'accept'}");
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, 石秀英",
        "outcome, 11010519031112002X",
        "outcome, two words",
        "note, 13800000000",
        "application, stall",
        "region, 11010519031112002",
    })
    void a_process_variable_that_could_be_personal_is_refused(String name, String value) {
        String instance = office.instance(office.open());

        assertThatThrownBy(() -> runtime.setVariable(instance, name, value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining(value);
    }

    @Test
    void a_process_variable_holds_no_objects() {
        ApplicationId application = office.open();
        String instance = office.instance(application);

        assertThatThrownBy(() -> runtime.setVariable(instance, "outcome", new ArrayList<>()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(runtime.getVariables(instance))
                .containsOnlyKeys("application", "service", "version", "region");
    }

    private void run(String expression) {
        BpmnModelInstance model =
                Bpmn.createExecutableProcess("snoop")
                        .camundaHistoryTimeToLive(180)
                        .startEvent()
                        .exclusiveGateway("way")
                        .condition("snoops", expression)
                        .endEvent()
                        .moveToLastGateway()
                        .condition("works", "${outcome == 'refuse'}")
                        .endEvent()
                        .done();
        repository.createDeployment().addModelInstance("snoop.bpmn", model).deploy();
        runtime.startProcessInstanceByKey(
                "snoop", UUID.randomUUID().toString(), Map.of("outcome", "accept"));
    }
}
