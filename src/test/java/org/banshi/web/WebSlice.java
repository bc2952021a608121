package org.banshi.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.Shipped;
import org.banshi.app.access.AccessSearch;
import org.banshi.app.access.Accesses;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.access.JournalCheck;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.CaseExport;
import org.banshi.app.audit.LogCheck;
import org.banshi.app.audit.ShadowCompare;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.calculator.Overtime;
import org.banshi.app.calculator.OvertimeRates;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.app.casefile.CaseNumbers;
import org.banshi.app.casefile.CaseServices;
import org.banshi.app.casefile.Guesses;
import org.banshi.app.casefile.NoticeProofs;
import org.banshi.app.casefile.OpenCases;
import org.banshi.app.casefile.PastCases;
import org.banshi.app.certificate.MonthlyMatch;
import org.banshi.app.config.HashedPartyKeys;
import org.banshi.app.draft.Drafts;
import org.banshi.app.inbox.Inbox;
import org.banshi.app.letter.Faces;
import org.banshi.app.letter.LetterPdf;
import org.banshi.app.letter.LetterPrinter;
import org.banshi.app.letter.LetterTemplates;
import org.banshi.app.letter.LetterWordings;
import org.banshi.app.live.CaseStreams;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.material.PaperPictures;
import org.banshi.app.numbering.Numbering;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.Rebuilds;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.PaceSettings;
import org.banshi.app.privacy.Corrections;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.privacy.PersonalCopies;
import org.banshi.app.publishing.Previews;
import org.banshi.app.publishing.PublishersDesk;
import org.banshi.app.staff.Absences;
import org.banshi.app.staff.Agents;
import org.banshi.app.staff.Concerns;
import org.banshi.app.staff.Holders;
import org.banshi.app.staff.KnownCitizens;
import org.banshi.app.staff.LevelWays;
import org.banshi.app.staff.Officers;
import org.banshi.app.staff.StaffNames;
import org.banshi.app.standin.Outbox;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.app.workbench.WorkViews;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogExport;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Receipts;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.VaultPersonalData;
import org.banshi.process.incident.Incidents;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.process.policy.Residents;
import org.banshi.process.task.ActCommands;
import org.banshi.process.task.TaskCompletion;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.context.bean.override.mockito.MockReset;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages and the REST interface on the real service packages, with buses, stores and the engine
 * replaced. Without the security filters: who calls is put into the security context by the test.
 */
@Profile(WebSlice.PROFILE)
@SpringBootConfiguration
@ComponentScan("org.banshi.web")
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
public class WebSlice implements WebMvcConfigurer {

    /** Keeps this part out of tests of the whole application, which look for configurations too. */
    public static final String PROFILE = "web-slice";

    /** Business time in these tests. */
    public static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AuthenticationPrincipalArgumentResolver());
    }

    /** Stands for a part, and forgets what one test taught it before the next begins. */
    private static <T> T forgetful(Class<T> type) {
        return mock(type, MockReset.before());
    }

    @Bean
    Answers answers() {
        return new Answers();
    }

    @Bean
    QueryGateway queryGateway(Answers answers) {
        return answers.gateway();
    }

    @Bean
    CommandGateway commandGateway() {
        return forgetful(CommandGateway.class);
    }

    @Bean
    Agents agents() {
        return person -> Optional.empty();
    }

    @Bean
    Pace pace() {
        return new Pace(System::nanoTime);
    }

    /** In these tests one person does more than anybody has to. */
    @Bean
    PaceSettings paceSettings() {
        Duration atOnce = Duration.ofNanos(1);
        return new PaceSettings(1_000, atOnce, 1_000, atOnce, 1_000, atOnce, 1_000, atOnce);
    }

    @Bean
    PublishersDesk publishersDesk() {
        return forgetful(PublishersDesk.class);
    }

    @Bean
    CaseStreams caseStreams() {
        return forgetful(CaseStreams.class);
    }

    @Bean
    MonthlyMatch monthlyMatch(
            QueryGateway queries, PersonalData personalData, PersonsByNumber persons) {
        return new MonthlyMatch(queries, personalData, persons);
    }

    @Bean
    Catalogue catalogue() {
        return Shipped.catalogue();
    }

    @Bean
    BusinessClock clock() {
        return () -> NOW;
    }

    @Bean
    LogPositions positions() {
        LogPositions positions = mock();
        when(positions.lastAppended()).thenReturn(42L);
        when(positions.head()).thenReturn(42L);
        when(positions.await(anyString(), anyLong(), any())).thenReturn(true);
        return positions;
    }

    @Bean
    PersonalData personal() {
        try {
            Files.createDirectories(Path.of("target"));
            Path keys = Files.createTempDirectory(Path.of("target"), "keys");
            return new VaultPersonalData(FileKeyVault.open(keys, null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Bean
    Receipts receipts() {
        Receipts receipts = mock();
        when(receipts.find(anyString())).thenReturn(Optional.empty());
        return receipts;
    }

    @Bean
    TaskCompletion completion() {
        return forgetful(TaskCompletion.class);
    }

    @Bean
    Incidents incidents() {
        return forgetful(Incidents.class);
    }

    @Bean
    EventLog eventLog() {
        EventLog log = mock();
        when(log.head()).thenReturn(42L);
        return log;
    }

    @Bean
    LogExport logExport() {
        return forgetful(LogExport.class);
    }

    @Bean
    PastCases pastCases() {
        return forgetful(PastCases.class);
    }

    @Bean
    CaseMoments caseMoments() {
        return forgetful(CaseMoments.class);
    }

    @Bean
    AuditRuns auditRuns() {
        return forgetful(AuditRuns.class);
    }

    @Bean
    LogCheck logCheck() {
        return forgetful(LogCheck.class);
    }

    @Bean
    ShadowCompare shadowCompare() {
        return forgetful(ShadowCompare.class);
    }

    @Bean
    Looks looks() {
        return forgetful(Looks.class);
    }

    @Bean
    Previews previews() {
        return forgetful(Previews.class);
    }

    @Bean
    Operations operations() {
        return forgetful(Operations.class);
    }

    @Bean
    Audits audits() {
        return forgetful(Audits.class);
    }

    @Bean
    Accesses accesses() {
        return (kind, ground, reference) -> {};
    }

    @Bean
    PersonalCopies personalCopies() {
        return forgetful(PersonalCopies.class);
    }

    @Bean
    Corrections corrections() {
        return forgetful(Corrections.class);
    }

    @Bean
    Erasures erasures() {
        return forgetful(Erasures.class);
    }

    @Bean
    AccessSearch accessSearch() {
        return forgetful(AccessSearch.class);
    }

    @Bean
    JournalCheck journalCheck() {
        return forgetful(JournalCheck.class);
    }

    @Bean
    Rebuilds rebuilds() {
        return forgetful(Rebuilds.class);
    }

    @Bean
    Outbox outbox() {
        return forgetful(Outbox.class);
    }

    @Bean
    CaseEvents caseEvents() {
        return forgetful(CaseEvents.class);
    }

    @Bean
    Officers officers() {
        return (body, region) ->
                List.of(
                        new Officers.Officer("tianhe-town-1", Text.of("经办员甲", "Town officer A")),
                        new Officers.Officer("tianhe-town-2", Text.of("经办员乙", "Town officer B")));
    }

    /** Nobody is on leave. */
    @Bean
    Absences absences() {
        return forgetful(Absences.class);
    }

    /** Nobody is concerned. */
    @Bean
    Concerns concerns() {
        return forgetful(Concerns.class);
    }

    /** One officer had whatever was given to another. */
    @Bean
    Holders holders() {
        return (workItem, assignment) -> Optional.of("tianhe-town-1");
    }

    @Bean
    LevelWays levelWays() {
        return new LevelWays(4, false);
    }

    @Bean
    StaffNames staffNames() {
        return account ->
                account.equals("tianhe-town-9")
                        ? Optional.of(Text.of("经办员壬", "Town officer I"))
                        : Optional.empty();
    }

    @Bean
    OpenCases openCases() {
        return forgetful(OpenCases.class);
    }

    @Bean
    PersonsByNumber personsByNumber(PersonalData personal, Residents residents) {
        return new PersonsByNumber(personal, residents);
    }

    @Bean
    Residents residents() {
        return number ->
                number.equals("440106190503120625")
                        ? Optional.of(Samples.PERSON)
                        : Optional.empty();
    }

    @Bean
    PartyKeys partyKeys(PersonalData personal) {
        return new HashedPartyKeys(personal);
    }

    @Bean
    ActCommands actCommands() {
        return new ActCommands();
    }

    @Bean
    Overtime overtime(Catalogue catalogue) {
        return new Overtime(
                OvertimeRates.read(Path.of("../bpmn/calculators/overtime.yaml")),
                catalogue.reference().calendar());
    }

    @Bean
    Guesses guesses() {
        return forgetful(Guesses.class);
    }

    @Bean
    LetterWordings letterWordings() {
        LetterTemplates now = LetterTemplates.read(Path.of("../bpmn/letters"));
        return (template, position) -> now.find(template);
    }

    @Bean
    LetterPdf letterPdf() {
        return new LetterPdf(new Faces(Faces.FOLDERS));
    }

    @Bean
    CaseExport caseExport() {
        return forgetful(CaseExport.class);
    }

    @Bean
    LetterPrinter letterPrinter() {
        return new LetterPrinter(letterPdf());
    }

    @Bean
    NoticeProofs noticeProofs() {
        return forgetful(NoticeProofs.class);
    }

    @Bean
    CaseNumbers caseNumbers() {
        return forgetful(CaseNumbers.class);
    }

    @Bean
    CaseServices caseServices() {
        return forgetful(CaseServices.class);
    }

    @Bean
    JdbcClient jdbc() {
        return forgetful(JdbcClient.class);
    }

    @Bean
    Inbox inbox() {
        Inbox inbox = mock();
        when(inbox.readUntil(any())).thenReturn(NOW.minusSeconds(60));
        return inbox;
    }

    @Bean
    WorkViews workViews() {
        return forgetful(WorkViews.class);
    }

    @Bean
    PaperPictures paperPictures() {
        return new PaperPictures();
    }

    @Bean
    KnownCitizens knownCitizens() {
        return forgetful(KnownCitizens.class);
    }

    @Bean
    TaskDrafts taskDrafts() {
        return forgetful(TaskDrafts.class);
    }

    @Bean
    CaseOwners caseOwners() {
        return forgetful(CaseOwners.class);
    }

    @Bean
    Drafts drafts() {
        return forgetful(Drafts.class);
    }

    @Bean
    @Primary
    MaterialStore papersInMemory(PersonalData personal, JdbcClient jdbc) {
        return new MaterialsInMemory(personal, jdbc);
    }

    @Bean
    Numbering numbering() {
        Numbering numbering = mock();
        when(numbering.nextCaseNumber(anyString(), any(LocalDate.class)))
                .thenReturn(Samples.NUMBER);
        when(numbering.newQueryCode()).thenReturn("ABCD2345");
        return numbering;
    }
}
