package org.banshi.app.standin;

import org.banshi.app.BanshiSettings;
import org.banshi.process.register.RegisterPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the stand-ins behind the ports. */
@Configuration(proxyBeanMethods = false)
class StandInWiring {

    @Bean
    RegisterPort registers(BanshiSettings settings) {
        return DemoRegisters.read(settings.bpmn().resolve("registers"));
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }
}
