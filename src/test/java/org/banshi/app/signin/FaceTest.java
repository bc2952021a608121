package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.BanshiTest;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proving by a face check who one is, with the demo's stand-in for the service. */
@BanshiTest
class FaceTest {

    private static final String NAME = "贺小满";

    private final EventLog log;
    private final JdbcClient jdbc;
    private final Citizens citizens;
    private final int port;

    @Autowired
    FaceTest(EventLog log, JdbcClient jdbc, Citizens citizens, @LocalServerPort int port) {
        this.citizens = citizens;
        this.log = log;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void registers_whoever_is_not_known_and_later_gives_the_lost_password_back() {
        String number = number(911);
        Visitor he = new Visitor(port);
        Page told = he.open(answer(he, begin(he, number), true));
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        String account = told(told, "account-told");

        assertThat(he.signIn(account, told(told, "password")).text())
                .as("replaces the password first")
                .contains("name=\"current\"");
        assertThat(level(account)).isEqualTo(4);
        CitizenEvent.Registered registered =
                (CitizenEvent.Registered) story(account).get(0).event();
        assertThat(registered.proof()).isEqualTo(new Proof(Proof.Way.FACE, "stand-in", 4));

        Visitor again = new Visitor(port);
        Page back = again.open(answer(again, begin(again, number), true));
        assertThat(told(back, "account-told")).isEqualTo(account);
        assertThat(told(back, "password")).isNotEqualTo(told(told, "password"));
        assertThat(story(account).stream().map(Recorded::name))
                .containsExactly(
                        "citizen.registered", "citizen.access-opened", "citizen.access-recovered");
        assertThat(records(account)).contains("RIGHT");

        jdbc.sql("UPDATE account SET totp_secret = 'x' WHERE account = ?").param(account).update();
        Visitor thief = new Visitor(port);
        assertThat(thief.open(answer(thief, begin(thief, number), true)).status())
                .as("a second factor is more than a face")
                .isEqualTo(422);
        jdbc.sql("UPDATE account SET totp_secret = NULL WHERE account = ?").param(account).update();
        StrangersPasskey.add(jdbc, account);
        assertThat(thief.open(answer(thief, begin(thief, number), true)).text())
                .as("a passkey is two factors")
                .contains("second factor or a passkey");
        assertThat(StrangersPasskey.isThere(jdbc, account)).isTrue();
    }

    @Test
    void nothing_comes_of_an_answer_that_is_no_late_used_or_anothers() {
        String number = number(912);
        Visitor he = new Visitor(port);
        assertThat(he.open(answer(he, begin(he, number), false)).status())
                .as("somebody else")
                .isEqualTo(422);

        String late = answer(he, begin(he, number), true);
        jdbc.sql("UPDATE passkey_challenge SET expires_at = now() - interval '1 second'").update();
        assertThat(he.open(late).status()).as("late").isEqualTo(422);

        Visitor relayed = new Visitor(port);
        String hers = answer(he, begin(relayed, number), true);
        assertThat(he.open(hers).status()).as("began elsewhere").isEqualTo(422);
        assertThat(relayed.open("/sign-in/face/answer?code=guessed").status())
                .as("without the code of whoever was looked at")
                .isEqualTo(422);
        assertThat(relayed.open(hers).status()).as("a second answer").isEqualTo(422);
        assertThat(citizens.byNumber(number)).isEmpty();

        String right = answer(he, begin(he, number), true);
        assertThat(he.open(right).status()).isEqualTo(200);
        assertThat(he.open(right).status()).as("used before").isEqualTo(422);
        assertThat(citizens.byNumber(number)).isPresent();
    }

    @Test
    void raises_the_level_of_ones_own_account_and_of_no_other() {
        String account = "citizen-000771";
        Visitor citizen = lowered(account);
        citizen.signIn(account, "banshi-demo");
        String guide = "/services/residence-permit?region=440106";
        assertThat(citizen.open(guide).text())
                .as("each way to a better level")
                .contains("id=\"ways\"", "href=\"/sign-in/face\"", "identity card to the window")
                .contains("href=\"/sign-in/verify?to=/services/residence-permit\"")
                .doesNotContain("??");
        assertThat(citizen.open(answer(citizen, agree(citizen), false)).status()).isEqualTo(422);
        assertThat(level(account)).isEqualTo(2);
        assertThat(records(account)).contains("WRONG");

        String answer = answer(citizen, agree(citizen), true);
        Visitor other = lowered("citizen-000772");
        assertThat(other.open(answer).status()).isEqualTo(422);
        Page raised = citizen.open(answer);

        assertThat(raised.text()).contains("id=\"raised\"");
        assertThat(citizen.open(guide).text()).doesNotContain("id=\"ways\"");
        assertThat(level(account)).isEqualTo(4);
        assertThat(level("citizen-000772")).isEqualTo(2);
        assertThat(story(account).stream().map(Recorded::name)).contains("citizen.proven");
    }

    @Test
    void nobody_is_looked_at_without_consent() {
        Visitor visitor = new Visitor(port);
        visitor.open("/sign-in/face?lang=en");
        Page refused =
                visitor.send(
                        "/sign-in/face",
                        Map.of(
                                "name",
                                NAME,
                                "identityNumber",
                                number(913),
                                "phone",
                                "13800000006"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("needs your consent").doesNotContain("id=\"go\"");
        assertThat(visitor.open("/sign-in/face/stand-in/none").status()).isEqualTo(404);
    }

    /** Somebody of the crowd who was never proven. */
    private Visitor lowered(String account) {
        Visitor citizen = new Visitor(port);
        citizen.signIn(account, "banshi-demo");
        jdbc.sql("UPDATE account SET trust_level = 2 WHERE account = ? AND NOT recorded")
                .param(account)
                .update();
        return citizen;
    }

    private static String begin(Visitor visitor, String number) {
        visitor.open("/sign-in/face?lang=en");
        return go(
                visitor.send(
                        "/sign-in/face",
                        Map.of(
                                "name",
                                NAME,
                                "identityNumber",
                                number,
                                "phone",
                                "13800000006",
                                "agreed",
                                "true")));
    }

    private static String agree(Visitor citizen) {
        citizen.open("/sign-in/face?lang=en");
        return go(citizen.send("/sign-in/face", Map.of("agreed", "true")));
    }

    private static String go(Page page) {
        Matcher link = Pattern.compile("id=\"go\"[^>]*href=\"([^\"]*)\"").matcher(page.text());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1);
    }

    /** Tells the stand-in what to find; the answer is where the browser is sent back to. */
    private static String answer(Visitor visitor, String page, boolean same) {
        assertThat(visitor.open(page).status()).isEqualTo(200);
        URI back = URI.create(visitor.send(page, Map.of("same", "" + same)).leadsTo());
        return back.getPath() + "?" + back.getQuery();
    }

    private static String told(Page page, String id) {
        Matcher found = Pattern.compile("id=\"" + id + "\">([^<]*)<").matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    private int level(String account) {
        return jdbc.sql("SELECT trust_level FROM account WHERE account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private List<Recorded> story(String account) {
        String person =
                jdbc.sql("SELECT person FROM account WHERE account = ?")
                        .param(account)
                        .query(String.class)
                        .single();
        return log.readStream("citizen:" + person);
    }

    private List<String> records(String account) {
        return jdbc.sql("SELECT outcome FROM sign_in_record WHERE account = ? AND way = 'FACE'")
                .param(account)
                .query(String.class)
                .list();
    }

    /** An invented person's, with the check digit of GB 11643. */
    private static String number(int nth) {
        String digits = "44010619051117" + nth;
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
