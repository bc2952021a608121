package org.banshi.app.config;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.banshi.app.casefile.OpenCases;
import org.banshi.app.casefile.OpenEntries;
import org.banshi.app.privacy.RememberedAggregates;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.organisation.Organisations;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.domain.access.AccessJournal;
import org.banshi.command.domain.account.StaffAccount;
import org.banshi.command.domain.application.Application;
import org.banshi.command.domain.benefit.Benefit;
import org.banshi.command.domain.certificate.Certificate;
import org.banshi.command.domain.citizen.Citizen;
import org.banshi.command.domain.clock.Clock;
import org.banshi.command.domain.mandate.AgentsGate;
import org.banshi.command.domain.mandate.Mandate;
import org.banshi.command.domain.matter.Matter;
import org.banshi.command.domain.officers.CaseOfficers;
import org.banshi.command.domain.officers.OfficersGate;
import org.banshi.command.domain.organisation.Organisation;
import org.banshi.command.domain.points.PointsAccount;
import org.banshi.command.domain.privacy.PrivacyRecord;
import org.banshi.command.domain.serviceitem.ServiceItem;
import org.banshi.command.domain.settlement.Candidacy;
import org.banshi.command.domain.settlement.SettlementRound;
import org.banshi.command.domain.settlement.SettlementSlice;
import org.banshi.command.domain.workitem.WorkItem;
import org.banshi.eventstore.ClaimHolders;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.PostgresEventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The aggregates, and what their events claim. */
@Configuration(proxyBeanMethods = false)
class DomainWiring {

    private static final List<Class<?>> AGGREGATES =
            List.of(
                    Application.class,
                    WorkItem.class,
                    ServiceItem.class,
                    Clock.class,
                    Benefit.class,
                    PointsAccount.class,
                    SettlementRound.class,
                    Candidacy.class,
                    Certificate.class,
                    Matter.class,
                    SettlementSlice.class,
                    StaffAccount.class,
                    AccessJournal.class,
                    PrivacyRecord.class,
                    Citizen.class,
                    Mandate.class,
                    Organisation.class,
                    CaseOfficers.class);

    @Bean
    ConfigurerModule aggregates(
            PostgresEventStore store,
            Catalogue catalogue,
            PartyKeys keys,
            RunningBenefits running,
            RecordedDeaths deaths,
            ApplicationsInHand inHand,
            RememberedAggregates remembered,
            Organisations organisations,
            AgentsGate agents,
            OfficersGate officers) {
        return configurer -> {
            configurer.onInitialize(
                    configuration -> {
                        configuration.commandBus().registerHandlerInterceptor(agents);
                        configuration.commandBus().registerHandlerInterceptor(officers);
                    });
            configurer.configureEventStore(configuration -> store);
            configurer.registerComponent(Catalogue.class, configuration -> catalogue);
            configurer.registerComponent(PartyKeys.class, configuration -> keys);
            configurer.registerComponent(Organisations.class, configuration -> organisations);
            configurer.registerComponent(RunningBenefits.class, configuration -> running);
            configurer.registerComponent(RecordedDeaths.class, configuration -> deaths);
            configurer.registerComponent(ApplicationsInHand.class, configuration -> inHand);
            AGGREGATES.forEach(
                    type ->
                            configurer.configureAggregate(
                                    AggregateConfigurer.defaultConfiguration(type)
                                            .configureCache(it -> remembered.of(type))));
        };
    }

    @Bean
    ApplicationsInHand applicationsInHand(DataSource dataSource, Catalogue catalogue) {
        return new OpenEntries(JdbcClient.create(dataSource), catalogue);
    }

    @Bean
    OpenCases openCases(DataSource dataSource, PartyKeys keys) {
        return new OpenCases(new ClaimHolders(JdbcClient.create(dataSource)), keys);
    }

    @Bean
    PartyKeys partyKeys(PersonalData personal) {
        return new HashedPartyKeys(personal);
    }

    @Bean
    ClaimRules claimRules() {
        return Stories.CLAIMS;
    }
}
