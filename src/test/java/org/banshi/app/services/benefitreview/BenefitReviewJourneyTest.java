package org.banshi.app.services.benefitreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A household with an allowance reports a change on its page; it is verified, served a notice, and
 * reads what it gets from the next month and how to contest it.
 */
@BanshiTest
class BenefitReviewJourneyTest {

    private static final String ALLOWANCE = "minimum-living-allowance";
    private static final String ACCOUNT = "citizen-090001";
    private static final Actor PROCESS = Actor.system("journey");

    @LocalServerPort int port;
    @Autowired private CommandGateway commands;
    @Autowired private Catalogue catalogue;
    @Autowired private BusinessClock clock;

    @Test
    void leads_a_household_from_a_reported_change_to_a_decrease_with_its_remedies()
            throws IOException {
        String benefit = allowance();
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(ACCOUNT);
            citizen.awaitText("/cases", "最低生活保障");
            citizen.press("每月 1,314.00 元");
            assertThat(citizen.text()).contains("1,314.00").contains("下次定期核查");
            citizen.picture("benefit");
            citizen.fillAt("#change", "丈夫找到兼职。");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitHere("已收到您的报告");
            citizen.awaitText("/benefits/" + benefit, "正在核查这项待遇");
            citizen.awaitText("/cases", "社会救助待遇复核");
            citizen.press("社会救助待遇复核");
            number = citizen.textAt("main p.hint .code");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "启动核查", "开始核查");
        office.complete(
                "tianhe-town-2",
                "核查家庭情况",
                "完成核查",
                officer -> {
                    officer.fill("/monthlyIncome", "3000");
                    officer.fill("/members", "3");
                    officer.fill("/change", "less-need");
                    officer.fill("/opinion", "已取得收入证明。");
                });
        office.complete(
                "tianhe-civil-1",
                "作出复核决定",
                "减发",
                officer -> {
                    officer.fill("/monthlyAmount", "714");
                    officer.fill("/reason", "家庭月收入增加到3000元。");
                    officer.fill("/rule", "民发〔2021〕57号 第三十二条");
                    officer.fill("/opinion", "同意减发。");
                });
        office.complete(
                "tianhe-town-1",
                "送达调整通知书",
                "已送达",
                officer -> {
                    officer.fill("/servedOn", clock.today().toString());
                    officer.fill("/way", "direct");
                    officer.fill("/opinion", "本人签收。");
                });
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(ACCOUNT);
            citizen.awaitText("/benefits/" + benefit, "减发");
            assertThat(citizen.text())
                    .contains("714.00")
                    .contains("家庭月收入增加到3000元。")
                    .contains("行政复议");
            citizen.picture("benefit-decreased");
        }
    }

    /** As if the allowance had been applied for and confirmed before. */
    private String allowance() throws IOException {
        PersonId person =
                new PersonId(
                        UUID.nameUUIDFromBytes(
                                        ("banshi-demo:" + ACCOUNT).getBytes(StandardCharsets.UTF_8))
                                .toString());
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        BenefitId benefit = new BenefitId(UUID.randomUUID().toString());
        ServiceVersion version = catalogue.current(ALLOWANCE).orElseThrow().version();
        RegionCode tianhe = new RegionCode("440106");
        String file = "scenarios/guangzhou-approved-after-supplement.yaml";
        Scenario household =
                new ScenarioReader(new Findings())
                        .read(
                                file,
                                Files.readAllBytes(
                                        Path.of("../bpmn/services", ALLOWANCE).resolve(file)));
        Action.Apply apply = (Action.Apply) household.actions().get(0);
        Stamp stamp = new Stamp(clock.now(), PROCESS);
        List<Material> papers =
                apply.materials().stream()
                        .map(code -> new Material(code, code, "ab", "application/pdf", 1))
                        .toList();
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        application,
                        "journey-" + application,
                        version,
                        tianhe,
                        person,
                        household.applicant(),
                        apply.form(),
                        papers,
                        Channel.WINDOW,
                        "JOURNEY0",
                        stamp));
        LocalDate next = clock.today().withDayOfMonth(1).plusMonths(1);
        commands.sendAndWait(
                new BenefitCommand.Grant(
                        benefit,
                        application,
                        person,
                        version,
                        tianhe,
                        "living-allowance",
                        new BigDecimal("1314.00"),
                        next,
                        null,
                        null,
                        3,
                        6,
                        "benefit-review",
                        null,
                        null,
                        stamp));
        return benefit.value();
    }
}
