package org.banshi.app.services.disabilitygradechange;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A guardian applies for a child whose certificate the records do not hold. */
@BanshiTest
class DisabilityGradeChangeJourneyTest {

    @LocalServerPort int port;

    @Test
    void asks_the_records_about_the_holder_and_not_about_the_guardian() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/disability-grade-change/apply?region=440106&whole");
            citizen.fill("/applyFor", "minor");
            citizen.fill("/holderName", "王小雨");
            citizen.fill("/holderIdentityNumber", "440106191006150246");
            citizen.fill("/relation", "parent");
            citizen.fill("/claimedCategory", "INTELLECTUAL");
            citizen.fill("/change", "病情有变化。");
            citizen.fill("/address", "演示地址 1 号");
            citizen.fill("/assessAtHome", "false");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            Papers.upload(citizen, "identity-card");
            Papers.upload(citizen, "photo");
            Papers.upload(citizen, "old-certificate");
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "审查材料和代办人身份", "材料齐全");
        office.complete(
                "tianhe-town-2",
                "按残疾人证记录决定受理",
                "不予受理",
                officer -> officer.fill("/reason", "no-valid-certificate"));
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "没有有效的残疾人证");
        }
    }
}
