package org.banshi.app.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.casefile.CaseFiles;
import org.banshi.app.casefile.CaseNumbers;
import org.banshi.app.casefile.CaseServices;
import org.banshi.app.casefile.Disputes;
import org.banshi.app.casefile.PublicNotices;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.projection.ReadModels;
import org.banshi.query.projection.progress.PastProgress;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read models and their queries. */
@Configuration(proxyBeanMethods = false)
class ProjectionWiring {

    @Bean
    @DependsOnDatabaseInitialization
    ReadModels readModels(
            DataSource dataSource,
            Catalogue catalogue,
            PersonalData personal,
            BusinessClock clock) {
        return new ReadModels(dataSource, catalogue, personal, clock);
    }

    @Bean
    ConfigurerModule queries(
            ReadModels models, CaseFiles caseFiles, PublicNotices notices, Disputes disputes) {
        return configurer ->
                Stream.concat(models.queries().stream(), Stream.of(caseFiles, notices, disputes))
                        .forEach(
                                handler ->
                                        configurer.registerQueryHandler(configuration -> handler));
    }

    @Bean
    CaseNumbers caseNumbers(ReadModels models) {
        return models.numbers()::find;
    }

    @Bean
    CaseServices caseServices(ReadModels models) {
        return models.numbers()::services;
    }

    @Bean
    CaseOwners caseOwners(ReadModels models) {
        return new CaseOwners() {
            @Override
            public Map<String, String> of(Collection<String> numbers) {
                return models.numbers().owners(numbers);
            }

            @Override
            public List<String> casesOf(String person) {
                return models.numbers().of(person);
            }
        };
    }

    @Bean
    PastProgress pastProgress(ReadModels models) {
        return models.pastProgress();
    }
}
