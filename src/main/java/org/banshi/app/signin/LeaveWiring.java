package org.banshi.app.signin;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.process.work.RootWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who of the staff is away. */
@Configuration(proxyBeanMethods = false)
class LeaveWiring {

    @Bean
    Leaves leaves(
            JdbcClient jdbc,
            Accounts accounts,
            Administration administration,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        return new Leaves(jdbc, accounts, administration, commands, root, clock);
    }
}
