package org.banshi.app.services.mediationconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.banshi.command.contract.clock.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Both sides have their agreement confirmed. */
@BanshiTest
class MediationConfirmationJourneyTest {

    @LocalServerPort int port;

    /** Another class may have moved it. */
    @Autowired BusinessClock clock;

    @Test
    void leads_from_the_joint_request_to_a_settlement_that_both_have_signed() {
        String number;
        try (Browser worker = Browser.phone(port)) {
            worker.open("/services/mediation-confirmation?region=440106");
            worker.press("在线申请");
            worker.fill("account", "li-mei");
            worker.fill("password", "banshi-demo");
            worker.press("登录");
            worker.press("在一页上填写");
            worker.fill("/jointly", "true");
            worker.fill("/group", "single");
            worker.fill("/respondents/0/name", "广州演示灯具厂");
            worker.fill("/mediatedBy", "天河街道劳动争议调解中心");
            worker.fill("/effectiveOn", clock.today().minusDays(2).toString());
            worker.fill("/subjectMatter", "pay");
            worker.fill("/confirmedByCourt", "false");
            worker.fill("/promise", "true");
            worker.press("下一步");
            Papers.upload(worker, "application");
            Papers.upload(worker, "agreement");
            Papers.upload(worker, "identity-card");
            worker.press("下一步");
            worker.fill("declared", "true");
            worker.press("提交申请");
            number = worker.textAt("#number");
        }

        Office office = new Office(port, number);
        office.complete("tianhe-docket", "审查是否受理", "受理");
        office.complete(
                "tianhe-panel", "审查调解协议", "确认", officer -> officer.fill("/opinion", "内容和形式合法。"));
        office.complete(
                "tianhe-docket",
                "送达调解书",
                "双方已签收",
                officer -> {
                    officer.fill("/servedOn", clock.today().toString());
                    officer.fill("/way", "direct");
                    officer.fill("/opinion", "双方已签收。");
                });

        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.awaitText("/cases/" + number, "审查已办结");
            assertThat(worker.text()).contains("生效日期");
            worker.picture("worker-case");
        }
    }
}
