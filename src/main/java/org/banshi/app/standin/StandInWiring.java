package org.banshi.app.standin;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.Profile;
import org.banshi.app.certificate.CertificateBooks;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.PersonalData;
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
            QueryGateway queries,
            PersonalData personalData,
            EventStore events,
            CommandGateway commands,
            BusinessClock clock,
            Profile profile) {
        // Of real people nobody invents an answer: officers ask by hand.
        RegisterPort others =
                profile.demo()
                        ? DemoRegisters.read(settings.bpmn().resolve("registers"))
                        : DemoRegisters.SILENT;
        return new PointsRegister(
                new CertificateBooks(queries, personalData, others), events, commands, clock);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }
}
