package org.banshi.app.services.disabilitysubsidyreview;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person whose subsidy was stopped asks for a review and reads why the stop stands. */
@BanshiTest
class DisabilitySubsidyReviewJourneyTest {

    @LocalServerPort int port;

    @Test
    void leads_a_person_to_the_decision_on_a_stop() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/disability-subsidy-review/apply?region=440106&whole");
            citizen.fill("/subsidy", "living");
            citizen.fill("/applyFor", "self");
            citizen.fill("/stopReason", "not-certified");
            citizen.fill("/stoppedFrom", "2026-07-01");
            citizen.fill("/statement", "已在镇街办理认定。");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-civil-1", "决定受理", "受理");
        office.complete(
                "tianhe-dpf", "会同核查", "核查完毕", officer -> officer.fill("/opinion", "没有认定记录。"));
        office.complete(
                "tianhe-civil-2",
                "复核决定",
                "维持停发",
                officer -> {
                    officer.fill("/reason", "stop-was-right");
                    officer.fill("/opinion", "停发正确。");
                });
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "经复核，停发正确");
            assertThat(citizen.text()).contains("行政复议");
        }
    }
}
