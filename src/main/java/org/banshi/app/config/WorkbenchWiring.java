package org.banshi.app.config;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.platform.Hourly;
import org.banshi.app.workbench.LongOverdue;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.clock.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What officers keep, and what is done for them by the hour. */
@Configuration(proxyBeanMethods = false)
class WorkbenchWiring {

    @Bean
    Hourly taskDraftsTidying(TaskDrafts drafts, BusinessClock clock) {
        return new Hourly("task-drafts", () -> drafts.tidy(clock.now()));
    }

    @Bean
    LongOverdue longOverdue(
            QueryGateway queries,
            CommandGateway commands,
            Catalogue catalogue,
            BusinessClock clock,
            @Value("${banshi.escalate-after}") int workingDays) {
        return new LongOverdue(
                queries, commands, catalogue.reference().calendar(), clock, workingDays);
    }

    @Bean
    Hourly longOverdueTurns(LongOverdue tasks) {
        return new Hourly("long-overdue", tasks::turn);
    }
}
