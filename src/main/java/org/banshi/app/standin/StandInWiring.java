package org.banshi.app.standin;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.app.BanshiSettings;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.process.points.PointsRegister;
import org.banshi.process.register.RegisterPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the stand-ins behind the ports. */
@Configuration(proxyBeanMethods = false)
class StandInWiring {

    @Bean
    RegisterPort registers(
            BanshiSettings settings,
            EventStore events,
            CommandGateway commands,
            BusinessClock clock) {
        RegisterPort others = DemoRegisters.read(settings.bpmn().resolve("registers"));
        return new PointsRegister(others, events, commands, clock);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }
}
