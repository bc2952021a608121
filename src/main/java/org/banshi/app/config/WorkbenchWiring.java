package org.banshi.app.config;

import org.banshi.app.platform.Hourly;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.command.contract.clock.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What officers keep. */
@Configuration(proxyBeanMethods = false)
class WorkbenchWiring {

    @Bean
    Hourly taskDraftsTidying(TaskDrafts drafts, BusinessClock clock) {
        return new Hourly("task-drafts", () -> drafts.tidy(clock.now()));
    }
}
