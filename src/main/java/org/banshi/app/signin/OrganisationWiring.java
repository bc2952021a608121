package org.banshi.app.signin;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.work.RootWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of organisations, and accounts that were lost. */
@Configuration(proxyBeanMethods = false)
class OrganisationWiring {

    @Bean
    Recoveries recoveries(
            JdbcClient jdbc,
            Registration registration,
            Citizens citizens,
            Accounts accounts,
            Passwords passwords,
            AccessBack access) {
        return new Recoveries(jdbc, registration, citizens, accounts, passwords, access);
    }

    @Bean
    LoggedOrganisations loggedOrganisations(EventLog log) {
        return new LoggedOrganisations(log);
    }

    @Bean
    OrganisationRows organisationRows(JdbcClient jdbc, PersonalData personal, Accounts accounts) {
        return new OrganisationRows(jdbc, personal, accounts);
    }

    @Bean
    Organising organising(
            OrganisationRows rows,
            MandateRows mandates,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        return new Organising(rows, mandates, accounts, passwords, sessions, commands, root, clock);
    }
}
