package org.banshi.app.services.minimumlivingallowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A household applies, is asked for one more paper, is accepted and checked, and withdraws before
 * the visit.
 */
@BanshiTest
class MinimumLivingAllowanceJourneyTest {

    private static final String SERVICE = "/services/minimum-living-allowance";

    @LocalServerPort int port;

    @Test
    void leads_a_household_through_a_supplement_to_the_check_and_lets_it_withdraw() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open(SERVICE + "/apply?region=440106&whole");
            fillForm(citizen);
            citizen.picture("household-form");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            List.of("identity-card", "household-book", "authority", "promise-letter")
                    .forEach(paper -> Papers.upload(citizen, paper));
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete(
                "tianhe-town-1",
                "审查材料是否齐全",
                "需要补正",
                officer -> {
                    officer.fill("/items", "income-proof");
                    officer.fill("/reason", "请补充居委会出具的收入证明。");
                });
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "请补充居委会出具的收入证明");
            citizen.picture("household-your-turn");
            citizen.open("/cases/" + number + "/supplement");
            citizen.fill("file:income-proof", Papers.file("income-proof"));
            citizen.awaitHere("已上传");
            citizen.picture("household-supplement");
            citizen.open("/cases/" + number + "/supplement");
            citizen.awaitHere("已上传");
            citizen.press("提交");
            citizen.open("/services/minimum-living-allowance?region=440106");
            citizen.awaitHere("您已有一份在办的同类申请");
            citizen.picture("guide-already-open");
        }
        office.complete("tianhe-town-2", "审查材料是否齐全", "材料齐全");
        office.complete("tianhe-town-1", "出具受理决定", "受理");
        // The household register knows of a husband whom the form leaves out.
        office.complete(
                "tianhe-town-2",
                "就不一致之处听取申请人说明",
                "已听取说明",
                officer -> officer.fill("/opinion", "丈夫已分开居住，在外地生活。"));
        office.complete(
                "tianhe-town-1",
                "出具信息核对报告",
                "出具核对报告",
                officer -> {
                    officer.fill("/monthlyIncome", "2400");
                    officer.fill("/financialAssets", "6000");
                    officer.fill("/report", "与申报一致。");
                });
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "到您家调查");
            citizen.picture("household-visit-ahead");
            citizen.open("/cases/" + number + "/withdrawal");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitText("/cases/" + number, "撤回");
        }
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn("tianhe-town-1");
            officer.awaitText("/work?view=available&q=" + number, "没有");
        }
    }

    private static void fillForm(Browser citizen) {
        citizen.fill("/applyFor", "household");
        citizen.fill("/address", "演示地址 1 号");
        if (citizen.count("[name='/members/0/name']") == 0) {
            citizen.pressAt("button[value='add:/members']");
        }
        citizen.fill("/members/0/name", "李梅");
        citizen.fill("/members/0/identityNumber", "440106190503120625");
        citizen.fill("/members/0/relation", "self");
        citizen.fill("/members/0/ability", "flexible");
        citizen.fill("/members/0/monthlyIncome", "2400");
        citizen.fill("/members/0/authority", "signed");
        citizen.pressAt("button[value='add:/members']");
        citizen.fill("/members/1/name", "王小雨");
        citizen.fill("/members/1/identityNumber", "440106191006150246");
        citizen.fill("/members/1/relation", "child");
        citizen.fill("/members/1/ability", "student");
        citizen.fill("/members/1/monthlyIncome", "0");
        citizen.fill("/members/1/authority", "signed");
        citizen.fill("/monthlyIncome", "2400");
        citizen.fill("/financialAssets", "6000");
        citizen.fill("/homes", "1");
        citizen.fill("/otherProperty", "false");
        citizen.fill("/vehicles", "0");
        citizen.fill("/business", "false");
        citizen.fill("/staffRelative", "false");
        citizen.fill("/accountHolder", "李梅");
        citizen.fill("/bankName", "演示银行");
        citizen.fill("/bankAccount", "6200000000000000001");
        citizen.fill("/promise", "true");
    }
}
