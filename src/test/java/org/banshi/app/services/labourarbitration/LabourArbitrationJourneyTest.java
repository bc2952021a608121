package org.banshi.app.services.labourarbitration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.banshi.command.contract.clock.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A worker claims unpaid wages, and a clerk of the company that is sued answers for it. */
@BanshiTest
class LabourArbitrationJourneyTest {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{10,}");

    @LocalServerPort int port;

    /** Another class may have moved it. */
    @Autowired BusinessClock clock;

    @Test
    void serves_a_claim_on_an_employer_who_opens_the_case_and_answers() throws Exception {
        String clerk = mail().registerCompanyWithClerk();
        String number;
        try (Browser worker = Browser.phone(port)) {
            apply(worker);
            number = worker.textAt("#number");
        }
        assertThat(number).matches(NUMBER);

        Office office = new Office(port, number);
        office.complete("tianhe-docket", "审查申请并决定受理", "受理");
        office.complete(
                "tianhe-docket",
                "确定审理程序",
                "已确定",
                officer -> {
                    for (String flag :
                            List.of(
                                    "factsClear",
                                    "withinAverageWage",
                                    "bothAgree",
                                    "publicInterest",
                                    "greatEffect",
                                    "whereaboutsUnknown",
                                    "unfit",
                                    "difficult",
                                    "collectiveContract")) {
                        officer.fill("/" + flag, String.valueOf(flag.equals("factsClear")));
                    }
                    officer.fill("/opinion", "事实清楚，简易处理。");
                });
        office.complete(
                "tianhe-docket",
                "向被申请人送达申请书副本",
                "已全部送达",
                officer -> {
                    officer.fill("/document", "CLAIM");
                    officer.fill("/servedOn", clock.today().toString());
                    officer.fill("/way", "DIRECT");
                    officer.fill("/proof", "回证 1 号");
                });

        theEmployerOpensTheCaseAndAnswers(number);

        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.open("/disputes/" + number);
            assertThat(worker.text()).contains("广州演示灯具厂").doesNotContain("我方已足额支付");
            worker.picture("worker-dispute");
            worker.pressAt("#do-advance summary");
            worker.fill("claim", "c1");
            worker.fillAt("#advance-grounds", "房租到期，家中没有其他收入。");
            worker.picture("worker-asks-to-be-paid");
            worker.press("提交先予执行申请");
            worker.awaitHere("等待决定");
            worker.open("/cases/" + number);
            assertThat(worker.textAt("#letters")).contains("受理通知书");
            assertThat(worker.text())
                    .as("what the other side handed in is not told before it is served")
                    .doesNotContain("处理当事人提交", "正在转送副本");
        }
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-docket");
            officer.open("/work/disputes/" + number);
            assertThat(officer.textAt("#advances")).contains("房租到期");
            officer.picture("docket-asked-to-pay-now");
        }
        office.complete(
                "tianhe-docket",
                "向申请人送达答辩书",
                "已送达",
                officer -> {
                    officer.fill("/servedOn", clock.today().toString());
                    officer.fill("/way", "DIRECT");
                    officer.fill("/proof", "回证 3 号");
                });
        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.awaitText("/disputes/" + number, "我方已足额支付");
        }
        lettersAreForThoseTheyAreAddressedTo(number, clerk);
        whoGuessesWaitsAndLocksNobodyOut(number);
        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.open("/disputes/" + number);
            worker.pressAt("#do-claim-withdrawal summary");
            worker.fill("claim", "c1");
            worker.picture("worker-withdraws-a-claim");
            worker.press("撤回这项请求");
            worker.awaitHere("已撤回");
        }
    }

    private void whoGuessesWaitsAndLocksNobodyOut(String number) throws Exception {
        PaperMail mail = mail();
        assertThat(mail.guess("zhou-fu", number).statusCode()).isEqualTo(403);
        HttpResponse<String> last = mail.guess("zhou-fu", number);
        for (int guess = 0; guess < 10 && last.statusCode() != 429; guess++) {
            last = mail.guess("zhou-fu", number);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(mail.guess("li-mei", number).statusCode()).isEqualTo(403);
    }

    private PaperMail mail() {
        return new PaperMail(port);
    }

    private void lettersAreForThoseTheyAreAddressedTo(String number, String clerk)
            throws Exception {
        String path = "/api/v1/applications/" + number + "/letters/";
        PaperMail mail = mail();
        assertThat(mail.status("zhao-ning", path + "claim-1-r1"))
                .as("a clerk who acts for oneself")
                .isEqualTo(404);
        mail.actFor("zhao-ning", clerk);
        assertThat(mail.text("tianhe-docket", path + "claim-1-r1"))
                .contains("应诉通知书", "广州演示灯具厂：", "拖欠三个月工资", "查阅码")
                .doesNotContain("440106190503120625", "13800000001");
        assertThat(mail.text("zhao-ning", path + "claim-1-r1")).contains("应诉通知书");
        assertThat(mail.text("li-mei", path + "acceptance")).contains("受理通知书", "李梅：");
        assertThat(mail.status("li-mei", path + "claim-1-r1")).isEqualTo(404);
        assertThat(mail.status("zhao-ning", path + "acceptance")).isEqualTo(404);
        assertThat(mail.status("zhou-fu", path + "claim-1-r1")).isEqualTo(404);
    }

    private void theEmployerOpensTheCaseAndAnswers(String number) {
        String code;
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-docket");
            officer.open("/work/hearings");
            officer.picture("docket-hearings");
            officer.fill("number", number);
            officer.press("查看");
            officer.awaitHere("广州演示灯具厂");
            code = officer.textAt("#code-r1");
        }
        try (Browser employer = Browser.phone(port)) {
            employer.signIn("zhao-ning");
            employer.open("/acting");
            employer.press("为其办事");
            employer.awaitHere("您正在代办");
            employer.open("/disputes");
            employer.fill("number", number);
            employer.fill("party", "r1");
            employer.fill("code", "000000000000");
            employer.press("开通查阅");
            employer.awaitHere("请核对送达文书上的查阅码");
            employer.fill("code", code);
            employer.press("开通查阅");
            employer.awaitHere("拖欠三个月工资");
            assertThat(employer.text()).doesNotContain("440106190503120625", "13800000001");
            employer.fill("answer", "我方已足额支付。");
            employer.picture("employer-dispute");
            employer.press("提交答辩");
            employer.awaitHere("已收到您的答辩");
            employer.pressAt("#do-claim summary");
            employer.fill("kind", "DAMAGES");
            employer.fill("since", "2026-05-01");
            employer.fill("amount", "3000");
            employer.fill("grounds", "擅自离岗造成损失");
            employer.press("提交请求");
            employer.awaitHere("等待决定是否并案");
            employer.picture("employer-counter-claim");
            employer.pressAt("#do-evidence summary");
            employer.fill("proves", "工资已经足额发放");
            employer.fill("file", Papers.file("evidence"));
            employer.press("提交这份证据");
            employer.awaitHere("尚未送达对方");
        }
        theCommitteeJoinsTheCounterClaim(number);
    }

    private void theCommitteeJoinsTheCounterClaim(String number) {
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-docket");
            officer.awaitText("/work?view=available&q=" + number, "决定增加的请求或者反申请是否并案");
            officer.press("决定增加的请求或者反申请是否并案");
            officer.press("当事人和申请");
            officer.awaitHere("擅自离岗造成损失");
            officer.picture("docket-dispute");
            officer.press("并案处理");
            officer.awaitHere("已登记");
            assertThat(officer.textAt("#claims")).contains("在本案中审理");
            assertThat(officer.textAt("#evidence")).contains("工资已经足额发放");
        }
        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.open("/disputes/" + number);
            assertThat(worker.text()).doesNotContain("工资已经足额发放");
        }
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-docket");
            officer.open("/work/disputes/" + number);
            officer.pressAt("#evidence summary");
            officer.fill("document", "EVIDENCE");
            officer.fill("servedOn", clock.today().toString());
            officer.fill("way", "DIRECT");
            officer.fill("proof", "回证 2 号");
            officer.press("登记送达");
            officer.awaitHere("已送达对方");
        }
        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.awaitText("/disputes/" + number, "工资已经足额发放");
        }
    }

    private static void apply(Browser worker) {
        worker.open("/services/labour-arbitration?region=440106");
        worker.picture("worker-guide");
        worker.press("在线申请");
        worker.fill("account", "li-mei");
        worker.fill("password", "banshi-demo");
        worker.press("登录");
        worker.press("在一页上填写");
        worker.fill("/applicantRole", "worker");
        worker.fill("/group", "single");
        worker.fill("/confirmAddress", "广州市天河区演示街 2 号");
        worker.fill("/respondents/0/name", "广州演示灯具厂");
        worker.fill("/respondents/0/number", PaperMail.FACTORY);
        worker.fill("/performedIn", "440106");
        worker.fill("/employerSeat", "440106");
        worker.fill("/claims/0/kind", "PAY");
        worker.fill("/claims/0/since", "2026-05-01");
        worker.fill("/claims/0/amount", "8000");
        worker.fill("/claims/0/grounds", "拖欠三个月工资");
        worker.fill("/facts", "厂方自五月起未发工资。");
        worker.fill("/knewOn", "2026-06-01");
        worker.fill("/employed", "true");
        worker.fill("/promise", "true");
        worker.picture("worker-form");
        worker.press("下一步");
        Papers.upload(worker, "application");
        Papers.upload(worker, "identity-card");
        worker.press("下一步");
        worker.fill("declared", "true");
        worker.press("提交申请");
    }
}
