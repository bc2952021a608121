package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen's finger on her own phone. */
@BanshiTest
class PasskeyJourneyTest {

    private final JdbcClient jdbc;
    private final int port;

    @Autowired
    PasskeyJourneyTest(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void logs_in_and_proves_again_to_be_there_by_a_finger_that_the_phone_knows() {
        try (Browser phone = Browser.phone(port)) {
            VirtualAuthenticator finger = phone.fingerprint();
            try {
                phone.signIn("zhao-ning");
                phone.open("/sign-in/passkeys");
                phone.press("添加此设备");
                phone.awaitHere("已添加");
                phone.picture("passkeys");

                phone.pressAt("form[action='/sign-out'] button");
                phone.open("/sign-in?to=/cases");
                phone.press("用指纹或面容登录");
                phone.awaitHere("赵宁");
                assertThat(phone.text()).contains("我的办件");
                assertThat(level()).as("a passkey raises no trust level").isEqualTo(4);

                jdbc.sql("UPDATE session SET verified_at = now() - interval '31 minutes'").update();
                await().until(
                                () -> {
                                    phone.open("/cases");
                                    return phone.text().contains("再次验证身份");
                                });
                finger.setUserVerified(false);
                phone.press("用指纹或面容验证");
                phone.awaitHere("没有成功");
                finger.setUserVerified(true);
                phone.press("用指纹或面容验证");
                await().until(() -> !phone.text().contains("再次验证身份"));
                assertThat(phone.text()).contains("我的办件");
            } finally {
                phone.forget(finger);
            }
        }
    }

    private int level() {
        return jdbc.sql("SELECT trust_level FROM account WHERE account = 'zhao-ning'")
                .query(Integer.class)
                .single();
    }
}
