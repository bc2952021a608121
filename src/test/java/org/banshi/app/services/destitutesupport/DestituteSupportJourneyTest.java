package org.banshi.app.services.destitutesupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody in need of support applies, is accepted and checked, and withdraws before the visit. */
@BanshiTest
class DestituteSupportJourneyTest {

    @LocalServerPort int port;

    @Test
    void leads_an_applicant_to_the_check_and_lets_them_withdraw() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/destitute-support/apply?region=440106&whole");
            citizen.fill("/disabilityCategory", "none");
            citizen.fill("/workCapacityLost", "false");
            citizen.fill("/address", "演示地址 1 号");
            citizen.fill("/familySize", "1");
            if (citizen.count("[name='/members/0/name']") == 0) {
                citizen.pressAt("button[value='add:/members']");
            }
            citizen.fill("/members/0/name", "李梅");
            citizen.fill("/members/0/identityNumber", "440106190503120625");
            citizen.fill("/members/0/role", "self");
            citizen.fill("/members/0/authority", "signed");
            citizen.fill("/monthlyIncome", "1200");
            citizen.fill("/financialAssets", "3000");
            citizen.fill("/orphanAllowance", "false");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            Papers.upload(citizen, "identity-card");
            Papers.upload(citizen, "authority");
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "审查材料是否齐全", "材料齐全");
        office.complete(
                "tianhe-town-2",
                "出具信息核对报告",
                "出具核对报告",
                officer -> {
                    officer.fill("/monthlyIncome", "900");
                    officer.fill("/financialAssets", "3000");
                    officer.fill("/report", "与申报一致。");
                });
        office.complete("tianhe-town-2", "出具受理决定", "受理");
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "到您家调查");
            citizen.open("/cases/" + number + "/withdrawal");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitText("/cases/" + number, "撤回");
        }
    }
}
