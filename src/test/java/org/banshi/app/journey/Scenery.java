package org.banshi.app.journey;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.InventedNumbers;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.benefit.Subsidies;
import org.banshi.app.demo.TownOnStage;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.signin.SignInOnStage;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages show beside the town's cases: what people have begun, and left half done. */
final class Scenery {

    private static final String AUDITOR = "auditor";
    private static final String OFFICER = "tianhe-town-1";

    private final Catalogue catalogue;
    private final CommandGateway commands;
    private final Drafts drafts;
    private final MaterialStore papers;
    private final BusinessClock clock;
    private final Looks looks;
    private final JdbcClient jdbc;
    private final PersonalData personal;

    Scenery(
            Catalogue catalogue,
            CommandGateway commands,
            Drafts drafts,
            MaterialStore papers,
            BusinessClock clock,
            Looks looks,
            JdbcClient jdbc,
            PersonalData personal) {
        this.catalogue = catalogue;
        this.commands = commands;
        this.drafts = drafts;
        this.papers = papers;
        this.clock = clock;
        this.looks = looks;
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** Sets it up, and tells where to find what beside what the town told. */
    void into(Map<String, String> town, Browser browser) throws Exception {
        begin(String.valueOf(town.get("applicant")));
        town.put("certifiable", certifiable());
        town.put("filed", fileAtTheWindow(browser));
        town.put("window", beginAtTheWindow(browser));
        town.put("household-id", person(String.valueOf(town.get("household"))).value());
        town.put("held", SignInOnStage.held(jdbc, personal, String.valueOf(town.get("household"))));
        setUpSecondFactor(browser, String.valueOf(town.get("coded")));
        town.put("run", drawForInspection(browser));
        town.put("upload", handInWithFaults(browser));
        // The face service waits for some minutes only: those who look at it come next.
        town.put("face", askForFace(browser));
        browser.forgetEverybody();
    }

    /** Others see what an auditor is shown who has not said why. */
    void clear() {
        looks.end(AUDITOR);
    }

    private static PersonId person(String account) {
        byte[] seed = ("banshi-demo:" + account).getBytes(StandardCharsets.UTF_8);
        return new PersonId(UUID.nameUUIDFromBytes(seed).toString());
    }

    /** Somebody has filled in a household's application, and handed in its papers. */
    private void begin(String account) throws Exception {
        PersonId person = person(account);
        ServiceVersion service =
                catalogue.current("minimum-living-allowance").orElseThrow().version();
        Draft draft = drafts.open(person, service, "440106", clock.now());
        Action.Apply application = TownOnStage.application();
        drafts.fill(draft, draft.revision(), application.form(), clock.now());
        byte[] paper = Files.readAllBytes(Path.of(Papers.file("paper")));
        for (String code : application.materials()) {
            drafts.attach(draft, code, papers.store(person, paper, clock.now()).id(), clock.now());
        }
        ServiceVersion dispute = catalogue.current("labour-arbitration").orElseThrow().version();
        drafts.open(person, dispute, "440106", clock.now());
    }

    /** A subsidy whose holder is to be seen this year. */
    private String certifiable() throws IOException {
        PersonId holder = new PersonId(UUID.randomUUID().toString());
        LocalDate since = clock.today().minusYears(2).withMonth(1).withDayOfMonth(15);
        Subsidies subsidies = new Subsidies(commands, catalogue);
        return subsidies
                .granted(
                        subsidies.filed(holder, since),
                        holder,
                        "disability-nursing-subsidy",
                        new BigDecimal("280.00"),
                        since)
                .value();
    }

    /** An officer has filed for somebody who came to the counter; answers what the slip is of. */
    private static String fileAtTheWindow(Browser browser) {
        String number = InventedNumbers.next();
        browser.signIn(OFFICER);
        browser.open("/work/citizens");
        browser.fill("identityNumber", number);
        browser.press("查找");
        browser.awaitHere("已核对本人与证件，登记");
        browser.fill("name", "赵宁");
        browser.fill("phone", "13800000405");
        browser.fill("withoutAccess", "true");
        browser.press("已核对本人与证件，登记");
        takeDown(browser, number);
        browser.fill("/applyFor", "self");
        browser.fill("/address", "演示地址 2 号");
        browser.fill("/registeredOn", "2026-01-05");
        browser.fill("/ground", "work");
        browser.fill("/exception", "none");
        browser.fill("/way", "window");
        browser.fill("/promise", "true");
        browser.press("下一步");
        browser.awaitHere("打印后由申请人和各成年家庭成员");
        String intake = browser.path().replaceFirst("/papers$", "");
        for (int paper = 0; paper < 2; paper++) {
            browser.fillAt("#file-" + paper, Papers.file("scan"));
            browser.pressAt(".scans li:nth-child(" + (paper + 1) + ") button");
            browser.textAt(".scans li:nth-child(" + (paper + 1) + ") a.mark");
        }
        browser.open(intake + "/check");
        browser.fill("signed", "true");
        browser.press("提交申请");
        browser.awaitHere("查询码");
        return intake.replaceFirst(".*/", "");
    }

    /** An officer has begun to take an application down; answers its draft. */
    private static String beginAtTheWindow(Browser browser) {
        browser.forgetEverybody();
        browser.signIn(OFFICER);
        takeDown(browser, "440106190503120625");
        return browser.path().replaceFirst(".*/", "");
    }

    private static void takeDown(Browser browser, String number) {
        browser.open("/work/window");
        browser.fill("identityNumber", number);
        browser.fill("service", "residence-permit");
        browser.fill("region", "440106");
        browser.press("开始填写");
        browser.awaitHere("居住情况");
    }

    private static void setUpSecondFactor(Browser browser, String account) {
        browser.forgetEverybody();
        browser.signIn(account);
        browser.open("/sign-in/factor");
        browser.fill("code", SignInOnStage.code(browser.textAt("#secret")));
        browser.press("启用");
        browser.open("/sign-in/factor");
        browser.awaitHere("第二因素已设置");
    }

    /** A stranger goes to the face service that stands in; answers what it is asked. */
    private static String askForFace(Browser browser) {
        browser.forgetEverybody();
        browser.open("/sign-in/face");
        browser.fill("name", "赵宁");
        browser.fill("identityNumber", InventedNumbers.next());
        browser.fill("phone", "13800000406");
        browser.fill("agreed", "true");
        browser.pressAt("main form button[type=submit]");
        browser.pressAt("#go");
        browser.awaitHere("不使用摄像头");
        return browser.path().replaceFirst(".*/", "");
    }

    /** An auditor says why, and draws cases; answers the run. */
    private String drawForInspection(Browser browser) {
        looks.state(AUDITOR, "SJ-2026-012", "抽查办件");
        browser.forgetEverybody();
        browser.signIn(AUDITOR);
        browser.open("/audit/samples");
        browser.fill("event", "application.applied");
        browser.pressAt("form.filters button");
        browser.awaitHere("已完成");
        return browser.path().replaceFirst(".*/", "");
    }

    /** A publisher hands a package in that cannot be published; answers the upload. */
    private static String handInWithFaults(Browser browser) throws IOException {
        byte[] manifest = "name: {zh: 坏, en: broken}\n".getBytes(StandardCharsets.UTF_8);
        Path zip = Files.createTempFile(Path.of("target").toAbsolutePath(), "faulty", ".zip");
        Files.write(
                zip,
                PackageFiles.of(Map.of("temporary-assistance/service.yaml", manifest)).toZip());
        browser.forgetEverybody();
        browser.signIn("publisher");
        browser.open("/publishing");
        browser.fill("file", zip.toString());
        browser.press("上传并校验");
        browser.awaitHere("怎么改");
        return browser.path().replaceFirst(".*/", "");
    }
}
