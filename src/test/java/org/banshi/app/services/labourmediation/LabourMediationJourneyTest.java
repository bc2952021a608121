package org.banshi.app.services.labourmediation;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A worker asks for mediation, which fails. */
@BanshiTest
class LabourMediationJourneyTest {

    @LocalServerPort int port;

    @Test
    void leads_to_mediation_and_tells_that_arbitration_is_open() {
        String number;
        try (Browser worker = Browser.phone(port)) {
            worker.open("/services/labour-mediation?region=440106");
            worker.press("在线申请");
            worker.fill("account", "li-mei");
            worker.fill("password", "banshi-demo");
            worker.press("登录");
            worker.press("在一页上填写");
            worker.fill("/applicantRole", "worker");
            worker.fill("/group", "single");
            worker.fill("/respondents/0/name", "广州演示灯具厂");
            worker.fill("/claims", "支付三月份工资 8000 元。");
            worker.fill("/facts", "三月份工资至今未发。");
            worker.fill("/promise", "true");
            worker.press("下一步");
            Papers.upload(worker, "identity-card");
            worker.press("下一步");
            worker.fill("declared", "true");
            worker.press("提交申请");
            number = worker.textAt("#number");
        }

        Office office = new Office(port, number);
        office.complete("tianhe-mediator", "受理调解申请", "受理");
        office.complete(
                "tianhe-mediator",
                "征询对方意见",
                "对方同意",
                officer -> officer.fill("/opinion", "单位同意调解。"));
        office.complete(
                "tianhe-mediator", "调解", "未达成协议", officer -> officer.fill("/opinion", "分歧较大。"));

        try (Browser worker = Browser.phone(port)) {
            worker.signIn("li-mei");
            worker.awaitText("/cases/" + number, "可以申请劳动争议仲裁");
            assertThat(worker.text()).contains("已结束：未达成调解协议").doesNotContain("准予");
            worker.picture("worker-case");
        }
    }
}
