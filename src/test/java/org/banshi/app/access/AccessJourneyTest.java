package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk.Permit;
import org.banshi.app.journey.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A full number is asked for with a ground, an auditor finds it, and the person sees it. */
@BanshiTest
class AccessJourneyTest {

    private static final String CITIZEN = "citizen-000951";

    private final Desk desk;
    private final int port;

    @Autowired
    AccessJourneyTest(TestRestTemplate http, @LocalServerPort int port) {
        this.desk = new Desk(http);
        this.port = port;
    }

    @Test
    void a_reveal_is_known_to_the_auditor_and_to_the_person() {
        Permit permit = desk.file(CITIZEN, "440106", Desk.OFFICER);
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn(Desk.OFFICER);
            officer.open("/work/cases/" + permit.number());
            officer.press("查看完整号码");
            officer.awaitHere("访问记录");
            officer.picture("reveal-ask");
            officer.fill("ground", "CONTACT");
            officer.fill("reference", "TH-2026-9");
            officer.press("查看");
            officer.awaitHere("13800000951");
            officer.picture("reveal-shown");
        }
        try (Browser auditor = Browser.desktop(port)) {
            auditor.signIn("auditor");
            auditor.open("/audit/access");
            auditor.fill("number", permit.number());
            auditor.fill("kind", "REVEAL");
            auditor.press("查找");
            auditor.awaitHere("TH-2026-9");
            assertThat(auditor.textAt("table")).contains("联系当事人").doesNotContain("13800000951");
            auditor.picture("audit-access");
            auditor.press("核验访问记录");
            auditor.awaitHere("与写入时一致");
            auditor.picture("audit-access-verified");
        }
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(CITIZEN);
            citizen.awaitText("/me", "newcomer-service 440106");
            assertThat(citizen.text()).contains("138****0951").doesNotContain("13800000951");
            citizen.picture("me");
            citizen.press("申请删除");
            citizen.press("确认删除全部信息");
            citizen.awaitHere("保存期限尚未届满");
            citizen.picture("me-erasure-refused");
        }
    }
}
