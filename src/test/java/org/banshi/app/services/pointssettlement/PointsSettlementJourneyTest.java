package org.banshi.app.services.pointssettlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who applies outside the window is told so by a person, with the reason. */
@BanshiTest
class PointsSettlementJourneyTest {

    @LocalServerPort int port;

    @Test
    void tells_a_newcomer_that_no_window_is_open() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            number = apply(citizen);
        }
        new Office(port, number)
                .complete(
                        "tianhe-newcomer",
                        "核实系统审核意见",
                        "属实，不予受理",
                        officer -> officer.fill("/reason", "window-closed"));

        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "不在本年度公告的申请期内");
            citizen.picture("citizen-settlement-refused");
        }
    }

    private static String apply(Browser citizen) {
        citizen.open("/services/points-settlement?region=440106");
        assertThat(citizen.text()).contains("150 分");
        citizen.press("在线申请");
        citizen.fill("account", "li-mei");
        citizen.fill("password", "banshi-demo");
        citizen.press("登录");
        citizen.press("在一页上填写");
        citizen.fill("/confirmScore", "true");
        citizen.fill("/lawfulWork", "true");
        citizen.fill("/target", "collective");
        citizen.fill("/promise", "true");
        citizen.press("下一步");
        Papers.upload(citizen, "identity-card");
        citizen.press("下一步");
        citizen.fill("declared", "true");
        citizen.press("提交申请");
        return citizen.textAt("#number");
    }
}
