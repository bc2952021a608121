package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.eventstore.ParkedEvent;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.world.MarketStall;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class DeploymentTest {

    @Autowired private Office office;
    @Autowired private ProcessDeployer deployer;
    @Autowired private Catalogue catalogue;
    @Autowired private Subscriptions readers;

    @Test
    void a_version_is_deployed_once_however_often_and_by_whomever_it_is_asked_for() {
        ServiceDefinition definition = catalogue.current().get(0);

        IntStream.range(0, 8).parallel().forEach(i -> deployer.deploy(definition));

        assertThat(
                        office.count(
                                """
                                SELECT count(*) FROM act_re_procdef
                                WHERE key_ = ? AND version_tag_ = ?""",
                                MarketStall.SERVICE,
                                Integer.toString(definition.version().version())))
                .isEqualTo(1);
    }

    @Test
    void a_case_runs_by_the_version_that_it_pinned() {
        ApplicationId first = office.apply(1);
        ApplicationId second = office.apply(2);
        office.settle();

        assertThat(definition(first)).isEqualTo("market-stall:1");
        assertThat(definition(second)).isEqualTo("market-stall:2");
    }

    @Test
    void a_case_whose_process_is_missing_waits_aside_until_it_is_deployed() {
        ApplicationId application = office.apply(3);
        office.settle();
        assertThat(readers.parked(EngineSubscription.NAME))
                .extracting(ParkedEvent::stream)
                .containsExactly(application.value());

        deployer.deploy(catalogue.find(new ServiceVersion(MarketStall.SERVICE, 3)).orElseThrow());
        assertThat(readers.retry(EngineSubscription.NAME, application.value())).isTrue();

        office.task(application, "check-papers");
        assertThat(readers.parked(EngineSubscription.NAME)).isEmpty();
    }

    @Test
    void a_version_that_was_never_deployed_has_no_process() {
        assertThatThrownBy(() -> deployer.definitionId(new ServiceVersion("no-service", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-service:1");
    }

    private String definition(ApplicationId application) {
        List<EngineEvent.Step> steps =
                office.events(office.instance(application), EngineEvent.Step.class);
        return steps.get(0).processDefinition();
    }
}
