package org.banshi.app.audit;

import javax.sql.DataSource;
import org.banshi.app.BanshiSettings;
import org.banshi.eventstore.LogExport;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What auditors ask for. */
@Configuration(proxyBeanMethods = false)
class AuditWiring {

    @Bean
    @DependsOnDatabaseInitialization
    Audits audits(DataSource dataSource, BanshiSettings settings) {
        return new Audits(dataSource, settings.data());
    }

    @Bean
    CaseExport caseExport(LogExport export, Audits audits) {
        return new CaseExport(export, audits);
    }
}
