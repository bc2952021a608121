package org.banshi.app.services.disabilitycertificatereplacement;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.app.journey.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody without a certificate wants another one and is told why there is none to replace. */
@BanshiTest
class DisabilityCertificateReplacementJourneyTest {

    @LocalServerPort int port;

    @Test
    void tells_somebody_without_a_certificate_why_none_is_replaced() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/disability-certificate-replacement/apply?region=440106&whole");
            citizen.fill("/business", "damaged");
            citizen.fill("/applyFor", "self");
            citizen.fill("/address", "演示地址 1 号");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            Papers.upload(citizen, "identity-card");
            Papers.upload(citizen, "photo");
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        new Office(port, number)
                .complete(
                        "tianhe-town-1",
                        "受理，遗失的声明原证作废",
                        "不予受理",
                        officer -> officer.fill("/reason", "no-valid-certificate"));
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "没有可以补办的残疾人证");
            assertThat(citizen.text()).contains("行政复议");
        }
    }
}
