package org.banshi.app.services.temporaryassistance;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Keyboard;
import org.banshi.app.journey.Office;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody whose home burned down is helped the same day, without papers, by the street. */
@BanshiTest
class TemporaryAssistanceJourneyTest {

    @LocalServerPort int port;

    @Test
    void helps_first_in_an_emergency_and_asks_for_signatures_afterwards() {
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.open("/services/temporary-assistance/apply?region=440106&whole");
            citizen.fill("/type", "emergency");
            citizen.fill("/cause", "深夜失火，衣物粮食全部烧毁。");
            citizen.fill("/address", "演示地址 1 号");
            citizen.fill("/familySize", "1");
            citizen.fill("/monthlyIncome", "1500");
            citizen.fill("/allowanceFamily", "false");
            citizen.fill("/sameCauseBefore", "false");
            citizen.fill("/promise", "true");
            citizen.press("下一步");
            assertThat(citizen.count("#mistakes li")).isZero();
            citizen.press("下一步");
            citizen.fill("declared", "true");
            citizen.press("提交申请");
            number = citizen.textAt("#number");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "紧急受理", "紧急受理");
        office.complete(
                "tianhe-town-2",
                "核定救助需要",
                "完成核定",
                officer -> {
                    officer.fill("/sameCause", "none");
                    officer.fill("/allowance", "false");
                    officer.fill("/months", "2");
                    officer.fill("/people", "1");
                    officer.fill("/opinion", "独居，无处居住。");
                });
        office.complete(
                "tianhe-town-1",
                "审核确认（小额）",
                "确认同意",
                officer -> {
                    officer.fill("concern", "NONE");
                    officer.pressAt("form[action$='/concern'] button");
                    officer.awaitHere("已声明，可以继续办理");
                    Keyboard keys = new Keyboard(officer);
                    keys.press("d");
                    assertThat(keys.at()).as("to what is to be done").isEqualTo("outcome-approve");
                    keys.press("1");
                    assertThat(keys.at()).as("into its form").isEqualTo("f-opinion");
                    officer.fill("/opinion", "先行救助。");
                });
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn("li-mei");
            citizen.awaitText("/cases/" + number, "2,476.00");
            citizen.picture("helped-first");
            citizen.awaitText("/cases", "临时救助");
        }
        office.complete(
                "tianhe-town-2", "补齐签字和材料", "已补齐", officer -> officer.fill("/opinion", "已补齐签字。"));
    }
}
