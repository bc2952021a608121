package org.banshi.app.staff;

import org.banshi.catalogue.Catalogue;
import org.banshi.command.domain.officers.OfficersGate;
import org.banshi.eventstore.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is known of those who work on cases. */
@Configuration(proxyBeanMethods = false)
class StaffWiring {

    @Bean
    LoggedOfficers loggedOfficers(EventLog log) {
        return new LoggedOfficers(log);
    }

    /** Every command of an officer passes by it. */
    @Bean
    OfficersGate officersGate(LoggedOfficers officers, Catalogue catalogue) {
        return new OfficersGate(officers, catalogue);
    }
}
