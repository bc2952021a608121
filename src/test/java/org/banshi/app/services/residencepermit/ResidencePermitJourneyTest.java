package org.banshi.app.services.residencepermit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A residence permit from the first look to the card, by everybody who has a part in it, in a real
 * browser.
 */
@BanshiTest
class ResidencePermitJourneyTest {

    @LocalServerPort int port;

    @Test
    void leads_a_citizen_and_four_officers_to_a_card_that_an_auditor_can_follow() {
        String number;
        String code;
        try (Browser citizen = Browser.phone(port)) {
            apply(citizen);
            number = citizen.textAt("#number");
            code = citizen.textAt("#query-code");
            assertThat(citizen.count("svg")).isPositive();
            citizen.picture("citizen-receipt");
        }
        aStrangerWithTheCodeSeesTheStageAndNoMore(number, code);

        Office office = new Office(port, number);
        office.complete("tianhe-newcomer", "审查材料并决定受理", "受理");
        office.complete(
                "tianhe-newcomer",
                "审核申领条件",
                "符合条件",
                officer -> officer.fill("/opinion", "登记满 183 天，符合条件。"));
        office.complete(
                "tianhe-police", "审批", "同意发证", officer -> officer.fill("/opinion", "同意发证。"));
        office.complete(
                "tianhe-police",
                "签发制证",
                "制证完成",
                officer -> {
                    officer.fill("/permitNumber", "GD440106000777");
                    officer.fill("/validFrom", LocalDate.now().toString());
                    officer.fill("/opinion", "已制证。");
                });
        office.complete(
                "tianhe-newcomer",
                "登记领取",
                "已领取",
                officer -> {
                    officer.fill("/collector", "李梅");
                    officer.fill("/way", "window");
                });

        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "居住证已经领取");
            assertThat(citizen.text()).contains("GD440106000777");
            citizen.picture("citizen-case");
            citizen.open("/cases/" + number + "/rating");
            citizen.fill("score", "1");
            citizen.press("提交");
            assertThat(citizen.text()).doesNotContain("请更正");
        }
        try (Browser auditor = Browser.desktop(port)) {
            auditor.signIn("auditor");
            auditor.awaitText("/audit?number=" + number, "application.collected");
            auditor.picture("auditor-timeline");
        }
    }

    @Test
    void tells_a_citizen_of_shenzhen_what_to_do_instead() {
        try (Browser citizen = Browser.phone(port)) {
            citizen.open("/services/residence-permit?region=440305");
            assertThat(citizen.text()).contains("深圳市的居住证条件和办理方式另有规定");
            assertThat(citizen.text()).doesNotContain("在线申请");
        }
    }

    @Test
    void shows_supervisors_the_incidents_and_operators_the_clock() {
        try (Browser supervisor = Browser.desktop(port)) {
            supervisor.signIn("tianhe-supervisor");
            supervisor.open("/ops/incidents");
            assertThat(supervisor.textAt("h1")).isNotBlank();
            supervisor.picture("supervisor-incidents");
        }
        try (Browser operator = Browser.desktop(port)) {
            operator.signIn("operator");
            operator.open("/ops");
            assertThat(operator.text()).contains(String.valueOf(LocalDate.now().getYear()));
            operator.picture("operator-home");
        }
    }

    private void apply(Browser citizen) {
        citizen.open("/");
        citizen.fill("city", "440100");
        citizen.fill("region", "440106");
        citizen.picture("citizen-home");
        citizen.press("居住证办理");
        citizen.picture("citizen-guide");
        citizen.press("在线申请");
        citizen.fill("account", "li-mei");
        citizen.fill("password", "banshi-demo");
        citizen.press("登录");

        citizen.press("下一步");
        assertThat(citizen.count("#mistakes li"))
                .as("every missing answer is named")
                .isGreaterThan(3);
        citizen.picture("citizen-form-mistakes");
        citizen.fill("/applyFor", "self");
        citizen.fill("/address", "演示地址 2 号");
        citizen.fill("/registeredOn", "2026-01-05");
        citizen.fill("/ground", "work");
        citizen.fill("/exception", "none");
        citizen.fill("/way", "window");
        citizen.fill("/promise", "true");
        citizen.press("下一步");

        Papers.upload(citizen, "identity-card");
        Papers.upload(citizen, "photo");
        citizen.picture("citizen-materials");
        citizen.press("下一步");
        assertThat(citizen.text()).contains("演示地址 2 号").doesNotContain("440106190503120625");
        citizen.press("提交申请");
        assertThat(citizen.count(".mistakes")).as("nothing goes without the declaration").isOne();
        citizen.fill("declared", "true");
        citizen.press("提交申请");
    }

    private void aStrangerWithTheCodeSeesTheStageAndNoMore(String number, String code) {
        try (Browser stranger = Browser.phone(port)) {
            stranger.open("/progress");
            stranger.fill("number", number);
            stranger.fill("code", "22222222");
            stranger.press("查询");
            stranger.awaitHere("没有找到");
            stranger.open("/progress");
            stranger.fill("number", number);
            stranger.fill("code", code);
            stranger.press("查询");
            stranger.awaitHere("居住证办理");
            assertThat(stranger.text()).doesNotContain("李梅", "演示地址");
            stranger.picture("stranger-progress");
        }
    }
}
