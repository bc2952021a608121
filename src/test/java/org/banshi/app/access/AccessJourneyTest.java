package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

    private final TestRestTemplate http;
    private final Desk desk;
    private final int port;

    @Autowired
    AccessJourneyTest(TestRestTemplate http, @LocalServerPort int port) {
        this.http = http;
        this.desk = new Desk(http);
        this.port = port;
    }

    @Test
    void a_reveal_is_known_to_the_auditor_and_to_the_person() throws IOException {
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
            citizen.awaitText("/me", "天河区来穗人员服务管理中心");
            assertThat(citizen.text()).contains("138****0951").doesNotContain("13800000951");
            citizen.fill("field", "EMAIL");
            citizen.fill("value", "own@example.org");
            citizen.fill("reason", "登记时未填写");
            citizen.fill("region", "440106");
            citizen.press("申请更正");
            citizen.awaitHere("核实中");
            citizen.picture("me");
        }
        try (Browser counter = Browser.desktop(port)) {
            counter.signIn("yuexiu-town-1");
            counter.open("/work/corrections");
            assertThat(counter.text()).doesNotContain("own@example.org");
        }
        try (Browser counter = Browser.desktop(port)) {
            counter.signIn("tianhe-town-1");
            counter.open("/work/corrections");
            counter.awaitHere("own@example.org");
            counter.picture("corrections");
            assertThat(counter.text()).contains("现登记").doesNotContain("13800000951");
            counter.fill("reason", "与本人核实一致");
            counter.fill("impartial", "true");
            counter.press("已核实，更正");
            counter.awaitHere("已处理");
        }
        // The browser's log-in ended the session before.
        Desk again = new Desk(http);
        JsonNode copy = again.ok(again.get(CITIZEN, "/api/v1/me/copy"));
        assertThat(copy.at("/details/email").asText()).isEqualTo("own@example.org");
        assertThat(copy.at("/corrections/0/answer").asText()).isEqualTo("与本人核实一致");
        assertThat(again.pdf(CITIZEN, "/api/v1/me/copy.pdf"))
                .contains("个人信息副本", "own@example.org", permit.number(), "13800000951");
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(CITIZEN);
            citizen.open("/me");
            citizen.awaitHere("已更正：与本人核实一致");
            citizen.press("申请删除");
            citizen.press("确认删除全部信息");
            citizen.awaitHere("保存期限尚未届满");
            citizen.picture("me-erasure-refused");
        }
    }
}
