package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One gives a mandate on the phone, another acts under it; and the counter's two pages. */
@BanshiTest
class MandateJourneyTest {

    private final int port;

    @Autowired
    MandateJourneyTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void gives_a_mandate_and_acts_under_it_with_the_other_name_always_in_sight() {
        try (Browser phone = Browser.phone(port)) {
            phone.signIn("zhou-fu");
            phone.open("/acting");
            phone.fill("name", "陈果");
            phone.fill("identityNumber", "440104190711300310");
            phone.fill("all", "true");
            phone.fill("until", "2099-12-31");
            phone.press("提交");
            phone.awaitHere("已办理");
            phone.awaitHere("陈果 代我办理");
            phone.picture("acting");
            phone.open("/sign-in/sessions");
            phone.awaitHere("本次登录");
            phone.picture("sessions");
            phone.open("/sign-in/passkeys");
            phone.picture("access");
        }
        try (Browser phone = Browser.phone(port)) {
            phone.signIn("chen-guo");
            phone.open("/acting");
            phone.press("为其办事");
            phone.awaitHere("您正在代办");
            assertThat(phone.text()).contains("周阿福");
            phone.picture("acting-for");
            phone.open("/services/temporary-assistance");
            assertThat(phone.text()).contains("您正在代办");
            phone.pressAt("#acting button");
            phone.awaitHere("为其办事");
            assertThat(phone.text()).doesNotContain("您正在代办");
        }
    }

    @Test
    void the_counter_registers_people_and_mandates() {
        try (Browser desk = Browser.desktop(port)) {
            desk.signIn("tianhe-town-2");
            desk.open("/work/citizens");
            desk.fill("identityNumber", "440106190801040017");
            desk.press("查找");
            desk.awaitHere("已核对本人与证件，登记");
            desk.picture("counter");
            desk.open("/work/citizens/recovery");
            desk.picture("counter-recovery");
            desk.open("/work/mandates");
            desk.picture("counter-mandates");
            desk.open("/work/organisations");
            desk.fill("code", "91440104MA0000D425");
            desk.press("查找");
            desk.awaitHere("尚未登记");
            desk.picture("counter-organisations");
            desk.fill("name", "广州演示茶行");
            desk.fill("phone", "13800000012");
            desk.fill("representativeName", "何演");
            desk.fill("representativeNumber", "440106190607020151");
            desk.fill("papers", "LICENCE");
            desk.press("已核对，登记");
            desk.awaitHere("法定代表人变更");
            desk.picture("counter-organisation");
        }
        try (Browser phone = Browser.phone(port)) {
            phone.signIn("he-factory");
            phone.open("/acting");
            phone.press("我担任法定代表人的单位和经办人");
            phone.awaitHere("广州演示茶行");
            phone.picture("organisations");
        }
    }
}
