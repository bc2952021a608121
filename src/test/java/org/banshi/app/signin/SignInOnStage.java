package org.banshi.app.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.HeldForms.HeldForm;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages of the log-in show that is there for a moment only. */
public final class SignInOnStage {

    private SignInOnStage() {}

    /** The code that an authenticator shows now. */
    public static String code(String secret) {
        return Totp.codeAt(secret.replace(" ", ""), Instant.now());
    }

    /** A form of somebody that came too late; its name. */
    public static String held(JdbcClient jdbc, PersonalData personal, String account) {
        Account whose = new Accounts(jdbc, personal).find(account).orElseThrow().account();
        Map<String, List<String>> fields = Map.of("objection", List.of("没钱吃饭"));
        return new HeldForms(jdbc, personal)
                .keep(whose, new HeldForm("/notices/1/objections", fields, true));
    }
}
