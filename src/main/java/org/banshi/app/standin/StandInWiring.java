package org.banshi.app.standin;

import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.certificate.CertificateBooks;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.register.RegisterPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the stand-ins behind the ports. */
@Configuration(proxyBeanMethods = false)
class StandInWiring {

    @Bean
    RegisterPort registers(
            BanshiSettings settings, QueryGateway queries, PersonalData personalData) {
        return new CertificateBooks(
                queries, personalData, DemoRegisters.read(settings.bpmn().resolve("registers")));
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }
}
