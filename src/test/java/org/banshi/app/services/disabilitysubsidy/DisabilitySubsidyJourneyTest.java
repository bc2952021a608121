package org.banshi.app.services.disabilitysubsidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A disabled soldier gets the nursing subsidy and reads what it is and what is to be confirmed. */
@BanshiTest
class DisabilitySubsidyJourneyTest {

    @LocalServerPort int port;

    @Test
    void leads_a_person_over_three_bodies_to_the_nursing_subsidy() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/disability-subsidy/apply?region=440106&whole");
            citizen.fill("/wanted", "both");
            citizen.fill("/applyFor", "self");
            citizen.fill("/declaredFamily", "none");
            citizen.fill("/military", "2");
            citizen.fill("/givesUpOther", "false");
            citizen.fill("/accountHolder", "李梅");
            citizen.fill("/bankName", "演示银行");
            citizen.fill("/bankAccount", "6200000000000000021");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            Papers.upload(citizen, "identity-card");
            Papers.upload(citizen, "bank-card");
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "审查材料并决定受理", "受理");
        office.complete("tianhe-town-2", "初审", "拟同意", officer -> officer.fill("/opinion", "情况属实。"));
        office.complete(
                "tianhe-dpf", "审核残疾人证信息", "与证件相符", officer -> officer.fill("/opinion", "残疾军人证二级。"));
        office.complete("tianhe-civil-1", "审定", "同意", officer -> officer.fill("/opinion", "同意发放。"));
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "首次发放月份");
            assertThat(citizen.text()).contains("280.00").contains("560.00");
            citizen.picture("subsidy-granted");
        }
    }
}
