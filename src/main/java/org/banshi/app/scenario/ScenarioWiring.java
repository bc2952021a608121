package org.banshi.app.scenario;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.app.config.HashedPartyKeys;
import org.banshi.app.publishing.Publisher;
import org.banshi.catalogue.Catalogue;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.points.PointsRegister;
import org.banshi.process.register.RegisterPort;
import org.banshi.process.task.TaskCompletion;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that plays scenarios: time and other bodies are the scenario's own, everything else is
 * real.
 */
@Configuration(proxyBeanMethods = false)
@Profile(ScenarioWiring.PROFILE)
class ScenarioWiring {

    static final String PROFILE = "scenarios";

    @Bean
    @Primary
    StageClock stageClock() {
        return new StageClock();
    }

    @Bean
    @Primary
    StageRegister stageRegister(EventStore events, CommandGateway commands, StageClock clock) {
        RegisterPort silent = (register, about, authority) -> StageRegister.SILENCE;
        return new StageRegister(new PointsRegister(silent, events, commands, clock));
    }

    @Bean
    @Primary
    StageLots stageLots() {
        return new StageLots();
    }

    @Bean
    @Primary
    StagePartyKeys stagePartyKeys(PersonalData personal) {
        return new StagePartyKeys(new HashedPartyKeys(personal));
    }

    @Bean
    TakenFlows takenFlows() {
        return new TakenFlows();
    }

    @Bean
    Stage stage(
            LogPositions positions,
            JdbcClient jdbc,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            StageClock clock) {
        return new Stage(positions, jdbc, tasks, runtime, management, clock);
    }

    @Bean
    Theatre theatre(
            CommandGateway commands,
            TaskCompletion completion,
            Catalogue catalogue,
            Publisher publisher,
            Stage stage,
            StageClock clock,
            StageRegister register,
            StageLots lots,
            StagePartyKeys keys,
            EventLog log,
            TakenFlows flows,
            Subscriptions readers) {
        return new Theatre(
                commands,
                completion,
                catalogue,
                publisher,
                stage,
                clock,
                register,
                lots,
                keys,
                log,
                flows,
                readers);
    }
}
