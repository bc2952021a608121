package org.banshi.app.access;

import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.command.contract.clock.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The journal of access. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

    /** Lines that may wait for the database: some minutes of a busy day. */
    private static final int MOST_WAITING = 50_000;

    /** Closed by the writer, once everything is in the database. */
    @Bean(destroyMethod = "")
    Spool accessSpool(BanshiSettings settings) {
        return new Spool(settings.data().resolve("access"), MOST_WAITING);
    }

    @Bean
    Strangers accessStrangers() {
        return new Strangers();
    }

    @Bean
    AccessRecorder accessRecorder(
            Spool spool,
            Strangers strangers,
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new AccessRecorder(spool, strangers, new Endpoints(mappings::stream));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Journal accessJournal(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, CaseOwners owners) {
        return new Journal(jdbc, transactions, owners);
    }

    @Bean
    JournalWriter accessJournalWriter(
            Spool spool,
            Strangers strangers,
            Journal journal,
            ObjectProvider<CommandGateway> commands,
            BusinessClock clock,
            @Value("${banshi.access.seal-every:10m}") Duration sealEvery,
            @Value("${banshi.access.keep}") Duration keep) {
        return new JournalWriter(
                spool,
                strangers,
                journal,
                command -> commands.getObject().sendAndWait(command),
                clock,
                sealEvery,
                keep);
    }

    @Bean
    AccessSearch accessSearch(JdbcClient jdbc, CaseOwners owners) {
        return new AccessSearch(jdbc, owners);
    }

    @Bean
    JournalCheck accessJournalCheck(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JournalCheck(jdbc, transactions, seal -> SealReader.each(jdbc, seal));
    }
}
