package org.banshi.app.services.residencepermit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Keyboard;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.banshi.command.contract.clock.BusinessClock;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A residence permit from the first look to the card, by everybody who has a part in it, in a real
 * browser.
 */
@BanshiTest
class ResidencePermitJourneyTest {

    @LocalServerPort int port;

    /** Another class may have moved it. */
    @Autowired BusinessClock clock;

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
                    officer.fill("/validFrom", clock.today().toString());
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
            assertThat(operator.text()).contains(String.valueOf(clock.today().getYear()));
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
        applyWithoutMouse(citizen, new Keyboard(citizen));
    }

    /** From the guide to the receipt by keys alone, section by section. */
    private static void applyWithoutMouse(Browser citizen, Keyboard keys) {
        keys.enter("跳到正文");
        assertThat(keys.at()).isEqualTo("main");
        keys.enter("在线申请");
        keys.type("account", "li-mei");
        keys.type("password", "banshi-demo");
        keys.press(Keys.ENTER);
        assertThat(citizen.text()).contains("没有开始", "还不能开始");
        citizen.picture("citizen-tasks");

        keys.enter("居住情况");
        keys.enter("保存并返回");
        assertThat(citizen.count("#mistakes li"))
                .as("every missing answer of the section is named")
                .isBetween(2, 5);
        citizen.picture("citizen-form-mistakes");
        assertThat(keys.at()).as("the summary has the focus").isEqualTo("mistakes");
        keys.press(Keys.TAB);
        keys.press(Keys.ENTER);
        assertThat(keys.at()).startsWith("f-");
        citizen.open("/services/residence-permit/apply/form?section=residence");
        keys.type("/address", "演示地址 2 号");
        keys.date("/registeredOn", LocalDate.of(2026, 1, 5));
        keys.choose("/ground", "work");
        keys.enter("保存并返回");
        assertThat(citizen.textAt("#task-1")).isEqualTo("已完成");

        keys.enter("为谁申请");
        keys.choose("/applyFor", "self");
        keys.enter("保存并返回");
        keys.enter("居住登记不满");
        keys.choose("/exception", "none");
        keys.enter("保存并返回");
        keys.enter("领取方式");
        keys.choose("/way", "window");
        keys.tick("/promise");
        keys.enter("保存并返回");
        keys.enter("上传材料");
        for (String paper : List.of("identity-card", "photo")) {
            citizen.fillAt("#m-" + paper + " input[type=file]", Papers.file(paper));
            keys.enter(paper.equals("photo") ? "上传居住证数码相片回执" : "上传申请人身份证");
        }
        citizen.picture("citizen-materials");
        keys.enter("申请步骤");
        keys.enter("核对并提交");
        assertThat(citizen.text()).contains("演示地址 2 号").doesNotContain("440106190503120625");
        keys.enter("提交申请");
        assertThat(citizen.count(".mistakes")).as("nothing goes without the declaration").isOne();
        keys.tick("declared");
        keys.enter("提交申请");
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
