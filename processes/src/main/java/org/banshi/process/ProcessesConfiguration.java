package org.banshi.process;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.eventstore.ClaimHolders;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LaneB;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.PostgresEventStore;
import org.banshi.process.act.AutomaticAct;
import org.banshi.process.act.CountedLots;
import org.banshi.process.act.Lots;
import org.banshi.process.deadline.BenefitCertification;
import org.banshi.process.deadline.BenefitPhaseOut;
import org.banshi.process.deadline.BenefitRerating;
import org.banshi.process.deadline.BenefitReview;
import org.banshi.process.deadline.Deadline;
import org.banshi.process.deadline.Deadlines;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.delivery.WhenDeliveryRequestedThenSend;
import org.banshi.process.engine.EngineConfiguration;
import org.banshi.process.engine.EngineTime;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.engine.RunningCases;
import org.banshi.process.errand.CaseStory;
import org.banshi.process.errand.Errand;
import org.banshi.process.errand.ErrandIncidents;
import org.banshi.process.errand.Errands;
import org.banshi.process.errand.TicketWriter;
import org.banshi.process.history.EngineSteps;
import org.banshi.process.incident.CaseIncidents;
import org.banshi.process.incident.EngineIncidents;
import org.banshi.process.incident.Incidents;
import org.banshi.process.points.PermitEnd;
import org.banshi.process.points.PointsTurn;
import org.banshi.process.points.WhenScoreSoughtThenAdjust;
import org.banshi.process.points.WhenSettlementEndsThenCloseAccount;
import org.banshi.process.policy.CaseNumbering;
import org.banshi.process.policy.ClaimedBenefits;
import org.banshi.process.policy.ClaimedDeaths;
import org.banshi.process.policy.GuardedBenefits;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.process.policy.Policy;
import org.banshi.process.policy.PolicySubscription;
import org.banshi.process.policy.Residents;
import org.banshi.process.policy.WhenGrantedThenOpen;
import org.banshi.process.policy.WhenReratedThenTell;
import org.banshi.process.policy.WhenReviewCaseEndedThenBreakOff;
import org.banshi.process.policy.WhenReviewFellDueThenBeginACase;
import org.banshi.process.reaction.EngineSubscription;
import org.banshi.process.reaction.Inbox;
import org.banshi.process.reaction.PendingTasks;
import org.banshi.process.register.RegisterPort;
import org.banshi.process.register.WhenRegisterAskedThenAsk;
import org.banshi.process.settlement.GiveSettlementPlaces;
import org.banshi.process.settlement.RankSettlement;
import org.banshi.process.task.ActCommands;
import org.banshi.process.task.FirstCertificates;
import org.banshi.process.task.LastDays;
import org.banshi.process.task.OfficerCompletion;
import org.banshi.process.task.TaskCompletion;
import org.banshi.process.task.WorkItems;
import org.banshi.process.version.Offers;
import org.banshi.process.version.VersionMover;
import org.banshi.process.version.VersionMoves;
import org.banshi.process.work.Lane;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.SureWork;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The process side, to be imported by the application. It needs these beans: {@link DataSource},
 * {@link PlatformTransactionManager} over it, {@link CommandGateway} on a bus without transactions
 * of its own, {@link PostgresEventStore}, {@link Catalogue}, {@link BusinessClock}, {@link
 * RegisterPort}, {@link MessagePort}, {@link CaseNumbering}; if it likes a {@link Patience} of its
 * own; and the engine starter's auto-configuration. It offers {@link TaskCompletion}, {@link
 * Incidents}, {@link ProcessDeployer}, and {@link org.banshi.eventstore.Subscription}s for the
 * readers' runtime to run.
 */
@Configuration(proxyBeanMethods = false)
@Import(EngineConfiguration.class)
public class ProcessesConfiguration {

    @Bean
    RootWork rootWork(
            DataSource dataSource,
            EngineTime time,
            Lane lane,
            EventStore events,
            ObjectProvider<Patience> patience) {
        return new RootWork(
                dataSource,
                patience.getIfAvailable(() -> Patience.DEFAULT).caseLock(),
                time::now,
                lane,
                new EngineSteps(events));
    }

    @Bean
    Lane lane(PlatformTransactionManager transactions, PostgresEventStore store) {
        return unit -> LaneB.attach(unit, transactions, store);
    }

    @Bean
    SureWork sureWork(RootWork root) {
        return new SureWork(root);
    }

    @Bean
    VersionMover versionMover(
            RootWork root,
            CommandGateway commands,
            Catalogue catalogue,
            RuntimeService runtime,
            TaskService tasks,
            ProcessDeployer deployer,
            RunningCases running,
            EventStore events,
            Offers offers,
            EngineTime time) {
        return new VersionMover(
                root,
                commands,
                catalogue,
                runtime,
                tasks,
                deployer,
                running,
                new CaseStory(events),
                offers,
                time::now);
    }

    @Bean
    Offers offers(EventStore events) {
        return new Offers(events);
    }

    @Bean
    VersionMoves versionMoves(
            DataSource dataSource, VersionMover mover, LogPositions positions, Offers offers) {
        return new VersionMoves(JdbcClient.create(dataSource), mover, positions, offers);
    }

    @Bean
    ActCommands actCommands() {
        return new ActCommands();
    }

    @Bean
    AutomaticAct act(
            RootWork root,
            CommandGateway commands,
            Catalogue catalogue,
            ActCommands acts,
            Lots lots,
            FirstCertificates certificates) {
        return new AutomaticAct(root, commands, catalogue, acts, lots, certificates);
    }

    @Bean
    Lots lots(DataSource dataSource) {
        return new CountedLots(JdbcClient.create(dataSource));
    }

    @Bean
    WorkItems workItems(RootWork root, CommandGateway commands) {
        return new WorkItems(root, commands);
    }

    @Bean
    TaskCompletion taskCompletion(
            SureWork sure,
            RootWork root,
            TaskService tasks,
            DataSource dataSource,
            CommandGateway commands,
            Catalogue catalogue,
            ActCommands acts,
            FirstCertificates certificates) {
        return new OfficerCompletion(
                sure,
                root,
                tasks,
                JdbcClient.create(dataSource),
                commands,
                catalogue,
                acts,
                certificates);
    }

    @Bean
    Incidents incidents(
            RootWork root,
            RuntimeService runtime,
            ManagementService management,
            JobExecutor jobs,
            ErrandIncidents errands) {
        return new CaseIncidents(new EngineIncidents(root, runtime, management, jobs), errands);
    }

    @Bean
    ErrandIncidents errandIncidents(RootWork root, DataSource dataSource, EventStore events) {
        return new ErrandIncidents(root, JdbcClient.create(dataSource), events);
    }

    @Bean
    EngineTime engineTime(BusinessClock clock, JobExecutor jobs) {
        return new EngineTime(clock, jobs);
    }

    @Bean
    ProcessDeployer processDeployer(
            RootWork root, DataSource dataSource, RepositoryService repository) {
        return new ProcessDeployer(root, JdbcClient.create(dataSource), repository);
    }

    @Bean
    RunningCases runningCases(DataSource dataSource) {
        return new RunningCases(JdbcClient.create(dataSource));
    }

    @Bean
    Inbox inbox(RootWork root, DataSource dataSource, RuntimeService runtime) {
        return new Inbox(root, JdbcClient.create(dataSource), runtime);
    }

    @Bean
    LastDays lastDays(RootWork root, TaskService tasks, CommandGateway commands) {
        return new LastDays(root, tasks, commands);
    }

    @Bean
    PendingTasks pendingTasks(
            RootWork root, RuntimeService runtime, CommandGateway commands, LastDays lastDays) {
        return new PendingTasks(root, runtime, commands, lastDays);
    }

    @Bean
    EngineSubscription engineSubscription(
            RootWork root,
            DataSource dataSource,
            RuntimeService runtime,
            ProcessDeployer deployer,
            Inbox inbox,
            EngineTime time,
            LastDays lastDays,
            PendingTasks pending) {
        return new EngineSubscription(
                root,
                JdbcClient.create(dataSource),
                runtime,
                deployer,
                inbox,
                time,
                lastDays,
                pending);
    }

    @Bean
    PolicySubscription policySubscription(
            RootWork root, DataSource dataSource, CommandGateway commands, List<Policy> policies) {
        return new PolicySubscription(root, JdbcClient.create(dataSource), commands, policies);
    }

    @Bean
    WhenGrantedThenOpen whenGrantedThenOpen(
            ActCommands acts, PersonalData personalData, RunningBenefits running) {
        return new WhenGrantedThenOpen(acts, personalData, running);
    }

    @Bean
    RunningBenefits runningBenefits(
            DataSource dataSource,
            PersonalData personalData,
            ObjectProvider<Residents> residents,
            ObjectProvider<EventStore> events) {
        return new ClaimedBenefits(
                new ClaimHolders(JdbcClient.create(dataSource)),
                personalData,
                number -> residents.getObject().find(number),
                new GuardedBenefits(events::getObject));
    }

    @Bean
    RecordedDeaths recordedDeaths(
            DataSource dataSource, PersonalData personalData, ObjectProvider<Residents> residents) {
        return new ClaimedDeaths(
                new ClaimHolders(JdbcClient.create(dataSource)),
                new PersonsByNumber(personalData, number -> residents.getObject().find(number)));
    }

    @Bean
    WhenReratedThenTell whenReratedThenTell(EventStore events) {
        return new WhenReratedThenTell(new CaseStory(events));
    }

    @Bean
    WhenReviewFellDueThenBeginACase whenReviewFellDueThenBeginACase(
            Catalogue catalogue, EventStore events, CaseNumbering numbering) {
        return new WhenReviewFellDueThenBeginACase(catalogue, new CaseStory(events), numbering);
    }

    @Bean
    WhenReviewCaseEndedThenBreakOff whenReviewCaseEndedThenBreakOff(EventStore events) {
        return new WhenReviewCaseEndedThenBreakOff(new CaseStory(events));
    }

    @Bean
    BenefitCertification benefitCertification() {
        return new BenefitCertification();
    }

    @Bean
    BenefitRerating benefitRerating() {
        return new BenefitRerating();
    }

    @Bean
    BenefitPhaseOut benefitPhaseOut() {
        return new BenefitPhaseOut();
    }

    @Bean
    BenefitReview benefitReview() {
        return new BenefitReview();
    }

    @Bean
    Deadlines deadlines(
            DataSource dataSource,
            CommandGateway commands,
            BusinessClock clock,
            EventLog log,
            List<Deadline> deadlines) {
        return new Deadlines(JdbcClient.create(dataSource), commands, clock, log, deadlines);
    }

    @Bean
    WhenRegisterAskedThenAsk whenRegisterAskedThenAsk(
            RegisterPort register,
            EventStore events,
            CommandGateway commands,
            BusinessClock clock) {
        return new WhenRegisterAskedThenAsk(register, new CaseStory(events), commands, clock);
    }

    @Bean
    WhenDeliveryRequestedThenSend whenDeliveryRequestedThenSend(
            MessagePort messages, EventStore events, CommandGateway commands, BusinessClock clock) {
        return new WhenDeliveryRequestedThenSend(messages, new CaseStory(events), commands, clock);
    }

    @Bean
    Errands errands(
            DataSource dataSource,
            List<Errand> errands,
            ErrandIncidents incidents,
            ObjectProvider<Patience> patience) {
        return new Errands(
                JdbcClient.create(dataSource),
                errands,
                incidents,
                patience.getIfAvailable(() -> Patience.DEFAULT));
    }

    @Bean
    TicketWriter registerQuestions(DataSource dataSource, Errands errands) {
        return new TicketWriter(
                WhenRegisterAskedThenAsk.NAME,
                WhenRegisterAskedThenAsk::wanted,
                JdbcClient.create(dataSource),
                errands);
    }

    @Bean
    TicketWriter deliveries(DataSource dataSource, Errands errands) {
        return new TicketWriter(
                WhenDeliveryRequestedThenSend.NAME,
                WhenDeliveryRequestedThenSend::wanted,
                JdbcClient.create(dataSource),
                errands);
    }

    @Bean
    RankSettlement rankSettlement(RootWork root, DataSource dataSource, CommandGateway commands) {
        return new RankSettlement(root, dataSource, commands);
    }

    @Bean
    GiveSettlementPlaces giveSettlementPlaces(
            RootWork root, DataSource dataSource, CommandGateway commands) {
        return new GiveSettlementPlaces(root, dataSource, commands);
    }

    @Bean
    WhenScoreSoughtThenAdjust whenScoreSoughtThenAdjust(Catalogue catalogue, EventStore events) {
        return new WhenScoreSoughtThenAdjust(catalogue, new CaseStory(events));
    }

    @Bean
    PointsTurn pointsTurn() {
        return new PointsTurn();
    }

    @Bean
    PermitEnd permitEnd() {
        return new PermitEnd();
    }

    @Bean
    WhenSettlementEndsThenCloseAccount whenSettlementEndsThenCloseAccount() {
        return new WhenSettlementEndsThenCloseAccount();
    }
}
