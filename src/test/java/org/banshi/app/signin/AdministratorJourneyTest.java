package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two make an auditor, each hands over half of a password, and the auditor chooses another. */
@BanshiTest
class AdministratorJourneyTest {

    private static final String ACCOUNT = "tao-auditor";
    private static final String PAGE = "/administration/accounts/" + ACCOUNT;
    private static final String OWN = "a lantern in the rain";

    private final int port;

    @Autowired
    AdministratorJourneyTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void whoever_becomes_an_administrator_has_a_password_that_nobody_else_ever_knew() {
        Visitor opens = new Visitor(port);
        opens.signIn("security-1", "banshi-demo");
        opens.send(
                "/administration/accounts",
                Map.of(
                        "account", ACCOUNT,
                        "nameZh", "陶审计",
                        "roles", "OFFICER",
                        "body", "town",
                        "region", "441200"));
        String first;
        String second;
        try (Browser proposes = Browser.desktop(port)) {
            proposes.signIn("security-1");
            proposes.open(PAGE);
            proposes.fill("role", "AUDITOR");
            proposes.press("提议");
            proposes.awaitHere("密码的前一半");
            proposes.picture("administrator-first-half");
            first = proposes.textAt("#password");
        }
        try (Browser agrees = Browser.desktop(port)) {
            agrees.signIn("security-2");
            agrees.open(PAGE);
            assertThat(agrees.text()).contains("提议人 security-1").doesNotContain(first);
            agrees.press("同意");
            agrees.awaitHere("密码的后一半");
            agrees.picture("administrator-second-half");
            second = agrees.textAt("#password");
            assertThat(agrees.text()).doesNotContain(first);
        }
        try (Browser holder = Browser.desktop(port)) {
            enter(holder, second);
            holder.awaitHere("账号或密码不对");
            enter(holder, first + "-" + second);
            holder.awaitHere("再次输入新密码");
            holder.picture("administrator-own-password");
            holder.open("/audit");
            assertThat(holder.path()).as("nothing before").isEqualTo("/sign-in");
            enter(holder, first + "-" + second);
            holder.awaitHere("再次输入新密码");
            holder.fill("current", first + "-" + second);
            holder.fill("password", OWN);
            holder.fill("again", OWN);
            holder.press("保存");
            holder.awaitHere("陶审计");
            assertThat(holder.path()).isEqualTo("/audit");
        }
    }

    private static void enter(Browser browser, String password) {
        browser.open("/sign-in");
        browser.fill("account", ACCOUNT);
        browser.fill("password", password);
        browser.press("登录");
    }
}
