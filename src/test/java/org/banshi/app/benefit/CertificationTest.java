package org.banshi.app.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.banshi.app.benefit.Subsidies.TIANHE;
import static org.banshi.app.benefit.Subsidies.on;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 资格认定 on the whole application: at the window, and what becomes of one that was missed. */
@BanshiTest
class CertificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LIVING = "disability-living-subsidy";
    private static final String NURSING = "disability-nursing-subsidy";

    @LocalServerPort int port;
    @Autowired private CommandGateway commands;
    @Autowired private Catalogue catalogue;
    @Autowired private BusinessClock clock;
    @Autowired private EventLog log;
    @Autowired private PersonalData personal;

    @Test
    void an_officer_of_another_town_certifies_whom_they_saw_at_home() throws IOException {
        String number = "440106190609177144";
        PersonId holder =
                new PersonId(
                        "holder-"
                                + CertificateId.of(
                                        NumberHash.of(personal, CertificateId.HOLDER, number)));
        BenefitId benefit = granted(holder, NURSING);
        awaitEvents(benefit, "benefit.certification-opened");

        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("yuexiu-town-1");
            officer.open("/work/certifications");
            officer.fillAt("#identityNumber", "440106190811036126");
            officer.press("查找");
            officer.awaitHere("没有找到需要每年认定的补贴");
            officer.fillAt("#identityNumber", number);
            officer.press("查找");
            officer.awaitHere("重度残疾人护理补贴");
            assertThat(officer.text()).doesNotContain(number).doesNotContain("280");
            officer.pressAt("#found a");
            officer.fillAt("#proof", "上门见到本人，查验身份证原件。");
            officer.picture("certification-desk");
            officer.pressAt("main section form button[type=submit]");
            officer.awaitHere("已登记本年度资格认定");
            officer.picture("certification-done");
        }
        BenefitEvent.Certified certified =
                events(benefit).stream()
                        .filter(BenefitEvent.Certified.class::isInstance)
                        .map(BenefitEvent.Certified.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(certified.way()).isEqualTo(CertificationWay.WINDOW);
        assertThat(certified.seenOn()).isEqualTo(clock.today());
        assertThat(certified.proof()).isEqualTo("上门见到本人，查验身份证原件。");
        try (Browser other = Browser.desktop(port)) {
            other.signIn("tianhe-civil-1");
            other.open("/work/certifications/" + benefit);
            assertThat(other.text()).doesNotContain("护理补贴");
        }
    }

    @Test
    void two_that_were_missed_are_looked_into_each_even_while_another_verification_ran()
            throws IOException {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        ApplicationId first = new Subsidies(commands, catalogue).filed(person, longAgo());
        Subsidies subsidies = new Subsidies(commands, catalogue);
        BenefitId living = subsidies.granted(first, person, LIVING, amount(LIVING), longAgo());
        BenefitId nursing = subsidies.granted(first, person, NURSING, amount(NURSING), longAgo());
        awaitEvents(living, "benefit.certification-opened");
        awaitEvents(nursing, "benefit.certification-opened");
        commands.sendAndWait(new BenefitCommand.ReportChange(nursing, "户口迁移。", on(clock.today())));
        ApplicationId running = review(nursing, 1);
        awaitCause(running, "REPORTED");

        LocalDate late = clock.today().plusDays(30);
        commands.sendAndWait(new BenefitCommand.LetCertificationTimePass(living, on(late)));
        commands.sendAndWait(new BenefitCommand.LetCertificationTimePass(nursing, on(late)));
        awaitCause(review(living, 1), "NOT_CERTIFIED");
        assertThat(names(nursing))
                .contains("benefit.certification-missed")
                .containsOnlyOnce("benefit.review-fell-due");

        Actor officer = Actor.officer("tianhe-town-1", "town", TIANHE);
        commands.sendAndWait(
                new ApplicationCommand.Terminate(
                        running, "资料不全，终止核查。", new Stamp(clock.now(), officer)));
        awaitCause(review(nursing, 2), "NOT_CERTIFIED");
    }

    @Test
    void a_stop_that_may_have_been_wrong_is_looked_into_by_a_case_of_its_own() throws IOException {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        Subsidies subsidies = new Subsidies(commands, catalogue);
        LocalDate today = clock.today();
        BenefitId benefit =
                subsidies.granted(
                        subsidies.filed(person, today),
                        person,
                        "living-allowance",
                        new BigDecimal("1314.00"),
                        today,
                        "benefit-review");
        commands.sendAndWait(new BenefitCommand.Stop(benefit, "已去世", "规则", today, on(today)));
        commands.sendAndWait(new BenefitCommand.QuestionStop(benefit, "本人健在。", on(today)));

        awaitCause(review(benefit, 1), "STOP_QUESTIONED");
    }

    private BenefitId granted(PersonId person, String kind) throws IOException {
        Subsidies subsidies = new Subsidies(commands, catalogue);
        return subsidies.granted(
                subsidies.filed(person, longAgo()), person, kind, amount(kind), longAgo());
    }

    /** As the table of that month has it, so that nobody has to look into it. */
    private BigDecimal amount(String kind) {
        Map<String, @Nullable Object> outputs =
                catalogue
                        .current("disability-subsidy")
                        .orElseThrow()
                        .decide(
                                "rate",
                                TIANHE,
                                longAgo().withDayOfMonth(1).plusMonths(1),
                                Map.of("family", "minimum-living"))
                        .outputs();
        return new BigDecimal(
                String.valueOf(outputs.get(kind.equals(LIVING) ? "living" : "nursing")));
    }

    /** The window of the year after opens at once, because its days have passed. */
    private LocalDate longAgo() {
        return clock.today().minusYears(2).withMonth(1).withDayOfMonth(15);
    }

    private void awaitEvents(BenefitId benefit, String name) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(names(benefit)).contains(name));
    }

    private void awaitCause(ApplicationId application, String cause) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(log.readStream(application.value()))
                                        .extracting(Recorded::event)
                                        .hasAtLeastOneElementOfType(Applied.class));
        Applied applied = (Applied) log.readStream(application.value()).get(0).event();
        assertThat(applied.form().values()).containsEntry("cause", cause);
    }

    private List<String> names(BenefitId benefit) {
        return log.readStream(benefit.value()).stream().map(Recorded::name).toList();
    }

    private List<?> events(BenefitId benefit) {
        return log.readStream(benefit.value()).stream().map(Recorded::event).toList();
    }

    /** The case that verifies it for the {@code serial}th time. */
    private static ApplicationId review(BenefitId benefit, int serial) {
        String name = benefit + "/review/" + serial;
        return new ApplicationId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
