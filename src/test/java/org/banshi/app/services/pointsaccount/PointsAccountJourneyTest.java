package org.banshi.app.services.pointsaccount;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the form to a published score, by everybody who has a part in it, in a real browser. */
@BanshiTest
class PointsAccountJourneyTest {

    @LocalServerPort int port;

    @Test
    void leads_a_newcomer_and_two_offices_to_a_published_score() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            number = apply(citizen);
        }
        Office office = new Office(port, number);
        office.complete("tianhe-newcomer", "初审材料并决定受理", "受理");
        office.complete(
                "tianhe-newcomer-bureau",
                "汇总并确定分值",
                "确定",
                officer -> officer.fill("/opinion", "数据已核对。"));

        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "同意");
            citizen.picture("citizen-points-case");
            citizen.awaitText("/points", "居住证年限");
            assertThat(citizen.text())
                    .contains("异议截止日期")
                    .contains("本人申报，核实于")
                    .contains("《广州市积分制服务管理指标体系及分值表》")
                    .doesNotContain("[S");
            citizen.picture("citizen-points");
            citizen.press("撤回此项申报");
            citizen.awaitHere("确定撤回此项申报吗");
            citizen.picture("citizen-points-sure");
            citizen.press("返回，不处理");
            citizen.awaitHere("提出异议");
            citizen.fill("indicator", "permit-years");
            citizen.fill("objection", "少算一年。");
            citizen.press("提交异议");
            citizen.awaitHere("已收到您的异议");
        }
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-newcomer");
            officer.awaitText("/work/points", "居住证年限");
            officer.picture("officer-points");
            officer.press("居住证年限");
            officer.awaitHere("少算一年。");
            officer.picture("officer-points-account");
            officer.fill("words", "登记属实，计算无误。");
            officer.press("异议不成立");
            officer.awaitHere("已作出处理决定");
        }
        try (Browser city = Browser.desktop(port)) {
            city.signIn("guangzhou-newcomer");
            city.open("/work/rounds");
            city.picture("city-rounds");
        }
        try (Browser auditor = Browser.desktop(port)) {
            auditor.signIn("auditor");
            auditor.awaitText("/audit?number=" + number, "application.granted");
        }
    }

    private static String apply(Browser citizen) {
        citizen.open("/services/points-account?region=440106");
        assertThat(citizen.text()).contains("居住证每满一年 8 分");
        citizen.press("在线申请");
        citizen.fill("account", "li-mei");
        citizen.fill("password", "banshi-demo");
        citizen.press("登录");
        citizen.press("在一页上填写");
        citizen.fill("/address", "演示地址 3 号");
        citizen.fill("/education", "college");
        citizen.fill("/promise", "true");
        citizen.picture("citizen-points-form");
        citizen.press("下一步");
        Papers.upload(citizen, "identity-card");
        citizen.press("下一步");
        citizen.fill("declared", "true");
        citizen.press("提交申请");
        return citizen.textAt("#number");
    }
}
