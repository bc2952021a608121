package org.banshi.app.services.disabilitycertificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.banshi.command.contract.clock.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person is referred, assessed, agrees with the result and finds it on public notice. */
@BanshiTest
class DisabilityCertificateJourneyTest {

    @LocalServerPort int port;

    /** Another class may have moved it. */
    @Autowired BusinessClock clock;

    @Test
    void leads_a_person_over_the_assessment_to_the_public_notice() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/disability-certificate/apply?region=440106&whole");
            citizen.fill("/business", "first");
            citizen.fill("/applyFor", "self");
            citizen.fill("/basis", "household");
            citizen.fill("/claimedCategory", "PHYSICAL");
            citizen.fill("/address", "演示地址 1 号");
            citizen.fill("/assessAtHome", "false");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            Papers.upload(citizen, "identity-card");
            Papers.upload(citizen, "household-book");
            Papers.upload(citizen, "photo");
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "审查材料和代办人身份", "材料齐全");
        office.complete("tianhe-town-2", "按残疾人证记录决定受理", "受理");
        office.complete(
                "tianhe-dpf",
                "委托定点医院评定",
                "委托评定",
                officer -> {
                    officer.fill("/kind", "OTHER");
                    officer.fill("/reason", "请到天河区定点医院评定。");
                    officer.fill("/limit", "15");
                    officer.fill("/unit", "WORKING_DAYS");
                });
        office.complete(
                "tianhe-hospital",
                "残疾评定",
                "符合残疾标准",
                officer -> {
                    officer.fill("/category", "PHYSICAL");
                    officer.fill("/level", "2");
                    officer.fill("/assessedOn", clock.today().toString());
                    officer.fill("/hospital", "演示定点医院");
                    officer.fill("/findings", "按国家标准评定。");
                });
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "答复评定结果");
            citizen.press("答复评定结果");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitHere("请选择同意或者有异议");
            citizen.fill("answer", "agree");
            citizen.picture("assessment-answer");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitText("/cases/" + number, "已同意评定结果");
        }
        office.complete(
                "tianhe-dpf", "确认评定结束", "评定结束", officer -> officer.fill("/result", "评定已结束，本人同意。"));
        try (Browser neighbour = Browser.phone(port)) {
            neighbour.awaitText("/notices/" + number, "肢体残疾二级");
            assertThat(neighbour.text()).contains("李*").doesNotContain("李梅", "演示定点医院");
            neighbour.picture("assessment-notice");
        }
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/cases/" + number + "/withdrawal");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitText("/cases/" + number, "已撤回");
        }
    }
}
