package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.banshi.app.access.Desk.Permit;
import org.banshi.app.signin.Visitor.Page;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers who are away, and officers who must not. */
@BanshiTest
class LeaveTest {

    private static final String AWAY = Desk.OFFICER;
    private static final String DEPUTY = AWAY + "-2";
    private static final String SUPERVISOR = "tianhe-supervisor";
    private static final String PASSWORD = "banshi-demo";

    private final TestRestTemplate http;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final EventLog log;
    private final BusinessClock clock;
    private final int port;

    @Autowired
    LeaveTest(
            TestRestTemplate http,
            JdbcClient jdbc,
            EventLog log,
            BusinessClock clock,
            @LocalServerPort int port) {
        this.http = http;
        this.desk = new Desk(http);
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aColleague() {
        open(DEPUTY);
    }

    private void open(String account) {
        jdbc.sql(
                        """
                        INSERT INTO account (account, name_zh, name_en, roles, body, region,
                            trust_level, password_hash)
                        SELECT ?, name_zh, name_en, roles, body, region, trust_level, password_hash
                        FROM account WHERE account = ?
                        ON CONFLICT (account) DO UPDATE SET disabled = false
                        """)
                .params(account, AWAY)
                .update();
    }

    /** Others count on one officer at this window. */
    @AfterEach
    void theColleagueLeaves() {
        jdbc.sql("UPDATE account SET disabled = true WHERE account = ?").param(DEPUTY).update();
        jdbc.sql("DELETE FROM staff_leave WHERE account IN (?, ?)")
                .params(AWAY, SUPERVISOR)
                .update();
    }

    @Test
    void a_deputy_takes_over_what_an_officer_on_leave_holds_and_the_officer_is_given_nothing() {
        String task = claimed("citizen-000961").task();
        String path = "/api/v1/tasks/" + task;
        assertThat(code(path + "/takeover", Map.of())).isEqualTo("officer-no-deputy");
        LocalDate today = clock.today();
        Visitor officer = visitor(AWAY);
        officer.open("/work/leave?lang=en");
        Map<String, String> days = Map.of("first", today + "", "last", today.plusDays(3) + "");
        assertThat(officer.send("/work/leave", with(days, "deputy", "tianhe-town-1")).text())
                .as("no colleague")
                .contains("officer of the same body");
        assertThat(officer.send("/work/leave", with(days, "last", "1999-01-01")).status())
                .isEqualTo(422);

        assertThat(put("guangzhou-newcomer", days))
                .as("an officer of the whole city, who supervises nobody")
                .isEqualTo(403);
        assertThat(put("yuexiu-supervisor", days)).as("of another region").isEqualTo(403);

        String written = officer.send("/work/leave", with(days, "deputy", DEPUTY)).leadsTo();

        assertThat(officer.open(written + "&lang=en").text())
                .contains("The leave is written down", "My leave", "(" + DEPUTY + ")");
        assertThat(desk.ok(desk.get(DEPUTY, "/api/v1/leaves")).at("/leaves/0/account").asText())
                .isEqualTo(AWAY);
        assertThat(accounts(desk.ok(desk.get(SUPERVISOR, path + "/officers"))))
                .contains(DEPUTY)
                .doesNotContain(AWAY);
        assertThat(visitor(DEPUTY).open("/work/tasks/" + task + "?lang=en").text())
                .contains("is on leave, and you stand in");
        JsonNode over = desk.ok(desk.post(DEPUTY, path + "/takeover", Map.of()));
        assertThat(
                        desk.ok(desk.get(DEPUTY, path + "?after=" + over.path("position")))
                                .at("/task/assignee")
                                .asText())
                .isEqualTo(DEPUTY);
        assertThat(told(task)).endsWith("work-item.assigned by " + DEPUTY);
        Visitor supervisor = visitor(SUPERVISOR);
        assertThat(supervisor.open("/work/leave?lang=en").text())
                .contains("(" + AWAY + ")", "<option value=\"" + AWAY + "\">")
                .doesNotContain("<option value=\"yuexiu-newcomer\">");
        supervisor.send("/work/leave/end", Map.of("account", AWAY));
        assertThat(told("account:" + AWAY))
                .contains("account.leave-taken by " + AWAY)
                .endsWith("account.leave-ended by " + SUPERVISOR);
        assertThat(desk.ok(desk.get(DEPUTY, "/api/v1/leaves")).path("leaves")).isEmpty();
    }

    @Test
    void whoever_is_concerned_gives_the_task_back_and_does_nothing_more_in_the_case() {
        Permit permit = claimed("citizen-000962");
        String concerns = "/api/v1/applications/" + permit.number() + "/concerns";
        String task = "/api/v1/tasks/" + permit.task();
        assertThat(
                        desk.post("yuexiu-newcomer", concerns, Map.of("concern", "KIN"))
                                .getStatusCode()
                                .value())
                .as("no case of theirs")
                .isEqualTo(404);

        Visitor officer = visitor(AWAY);
        officer.open("/work/tasks/" + permit.task() + "?lang=en");
        officer.send("/work/cases/" + permit.number() + "/concern", Map.of("concern", "KIN"));

        await().untilAsserted(
                        () ->
                                assertThat(
                                                desk.ok(desk.get(DEPUTY, task))
                                                        .at("/task/state")
                                                        .asText())
                                        .isEqualTo("open"));
        String suspension = "/api/v1/applications/" + permit.number() + "/suspension";
        for (String act : List.of(task + "/claim", suspension)) {
            assertThat(String.valueOf(desk.post(AWAY, act, Map.of("reason", "x")).getBody()))
                    .as(act)
                    .contains("officer-concerned", "公务员法");
        }
        String reveals = "/api/v1/applications/" + permit.number() + "/reveals";
        assertThat(String.valueOf(desk.post(AWAY, reveals, Map.of("ground", "CONTACT")).getBody()))
                .contains("officer-concerned")
                .doesNotContain("identityNumber");
        String page = "/work/cases/" + permit.number() + "/reveal";
        assertThat(officer.open(page).status()).isEqualTo(403);
        assertThat(officer.send(page, Map.of("ground", "CONTACT")).status()).isEqualTo(403);
        desk.ok(desk.post(DEPUTY, reveals, Map.of("ground", "CONTACT")));
        assertThat(desk.ok(desk.get(SUPERVISOR, concerns)).at("/concerned/" + AWAY).asText())
                .isEqualTo("KIN");
        assertThat(visitor(DEPUTY).open("/work/cases/" + permit.number() + "?lang=en").text())
                .contains("(" + AWAY + ") stepped back");
        desk.ok(desk.post(DEPUTY, task + "/claim", Map.of()));

        Visitor supervisor = visitor(SUPERVISOR);
        assertThat(supervisor.open("/work/cases/" + permit.number()).text())
                .contains("name=\"concern\"");
        supervisor.send("/work/cases/" + permit.number() + "/concern", Map.of("concern", "OWN"));
        assertThat(
                        String.valueOf(
                                desk.post(
                                                SUPERVISOR,
                                                task + "/escalation",
                                                Map.of("reason", "STUCK"))
                                        .getBody()))
                .as("oversight, too")
                .contains("officer-concerned");
    }

    /** Its account is in no address: the log tells the server. */
    @Test
    void an_assignment_is_given_back_to_whom_the_log_names() {
        String task = claimed("citizen-000957").task();
        Visitor supervisor = visitor(SUPERVISOR);
        supervisor.open("/work/tasks/" + task);

        Page given =
                supervisor.send("/work/tasks/" + task + "/assignment", Map.of("assignee", DEPUTY));

        assertThat(given.leadsTo())
                .contains("assigned=")
                .doesNotContain(AWAY)
                .doesNotContain(DEPUTY);
        assertThat(supervisor.open(given.leadsTo()).text())
                .containsPattern("value=\"" + task + "~\\d+~" + AWAY + "\"");
    }

    @Test
    void an_officer_of_the_region_supervises_while_its_supervisor_is_away() {
        LocalDate today = clock.today();
        Map<String, String> days = Map.of("first", today + "", "last", today.plusDays(3) + "");
        String board = "/api/v1/board";
        assertThat(status(desk.get(DEPUTY, board))).isEqualTo(403);
        for (String unfit :
                List.of("yuexiu-newcomer", "guangzhou-newcomer", "security-1", "auditor")) {
            assertThat(put(SUPERVISOR, SUPERVISOR, with(days, "deputy", unfit)))
                    .as(unfit)
                    .isEqualTo(422);
        }

        Visitor supervisor = visitor(SUPERVISOR);
        supervisor.open("/work/leave");
        supervisor.send("/work/leave", with(with(days, "account", SUPERVISOR), "deputy", DEPUTY));

        assertThat(supervisor.open("/work/leave?lang=en").text()).contains("My leave", DEPUTY);
        await().untilAsserted(() -> assertThat(status(desk.get(DEPUTY, board))).isEqualTo(200));
        assertThat(put(DEPUTY, SUPERVISOR, with(days, "last", today.plusDays(90) + "")))
                .as("does not make it last")
                .isEqualTo(403);
        jdbc.sql("UPDATE account SET disabled = true WHERE account = ?").param(SUPERVISOR).update();
        await().untilAsserted(() -> assertThat(status(desk.get(DEPUTY, board))).isEqualTo(403));
        jdbc.sql("UPDATE account SET disabled = false WHERE account = ?")
                .param(SUPERVISOR)
                .update();
        await().untilAsserted(() -> assertThat(status(desk.get(DEPUTY, board))).isEqualTo(200));

        supervisor.send("/work/leave/end", Map.of("account", SUPERVISOR));

        await().untilAsserted(() -> assertThat(status(desk.get(DEPUTY, board))).isEqualTo(403));
        assertThat(told("account:" + SUPERVISOR))
                .contains("account.leave-taken by " + SUPERVISOR)
                .endsWith("account.leave-ended by " + SUPERVISOR);
    }

    /** Whoever wrote the leave down may not have made the deputy a supervisor. */
    @Test
    void a_leave_ends_with_other_rights_and_its_deputy_supervises_nobody() {
        LocalDate today = clock.today();
        Map<String, String> days = Map.of("first", today + "", "last", today.plusDays(3) + "");
        String rising = "tianhe-rising";
        open(rising);
        Visitor security = visitor("security-1");
        String rights = "/administration/accounts/" + rising + "/rights";
        Map<String, String> clerk =
                Map.of("roles", "OFFICER", "body", "newcomer-service", "region", "440106");
        security.open("/administration/accounts/" + rising);
        for (Map<String, String> other :
                List.of(
                        with(clerk, "region", "440104"),
                        with(clerk, "body", "county-newcomer"),
                        with(clerk, "roles", "SUPERVISOR"))) {
            security.send(rights, clerk);
            assertThat(put(SUPERVISOR, rising, with(days, "deputy", DEPUTY))).isEqualTo(204);
            security.send(rights, clerk);
            assertThat(desk.ok(desk.get(DEPUTY, "/api/v1/leaves")).path("leaves"))
                    .as("nothing changed")
                    .hasSize(1);

            security.send(rights, other);

            assertThat(told("account:" + rising))
                    .as("%s", other)
                    .endsWith("account.leave-ended by security-1");
            assertThat(desk.ok(desk.get(DEPUTY, "/api/v1/leaves")).path("leaves")).isEmpty();
        }
        assertThat(status(new Desk(http).get(DEPUTY, "/api/v1/board"))).isEqualTo(403);
        jdbc.sql("UPDATE account SET disabled = true WHERE account = ?").param(rising).update();
    }

    /** Also where the supervisor is an officer, and the deputy of another body by now. */
    @Test
    void a_deputy_who_is_of_another_body_by_now_supervises_nobody() {
        String moving = "tianhe-moving";
        open(moving);
        LocalDate today = clock.today();
        jdbc.sql(
                        "UPDATE account SET roles = '{OFFICER,SUPERVISOR}', body = 'newcomer-service'"
                                + " WHERE account = ?")
                .param(SUPERVISOR)
                .update();
        try {
            jdbc.sql("INSERT INTO staff_leave VALUES (?, ?, ?, ?)")
                    .params(SUPERVISOR, today, today, moving)
                    .update();
            await().untilAsserted(
                            () ->
                                    assertThat(status(desk.get(moving, "/api/v1/board")))
                                            .isEqualTo(200));

            jdbc.sql("UPDATE account SET body = 'town' WHERE account = ?").param(moving).update();

            await().untilAsserted(
                            () ->
                                    assertThat(status(desk.get(moving, "/api/v1/board")))
                                            .isEqualTo(403));
        } finally {
            jdbc.sql(
                            "UPDATE account SET roles = '{SUPERVISOR}', body = NULL"
                                    + " WHERE account = ?")
                    .param(SUPERVISOR)
                    .update();
            jdbc.sql("UPDATE account SET disabled = true WHERE account = ?").param(moving).update();
        }
    }

    private static int status(ResponseEntity<JsonNode> answer) {
        return answer.getStatusCode().value();
    }

    /** However many are away elsewhere. */
    @Test
    void a_supervisor_sees_the_leaves_of_the_region_beyond_those_of_the_country() {
        String elsewhere = "leave-elsewhere-";
        jdbc.sql(
                        """
                        INSERT INTO account (account, name_zh, name_en, roles, body, region,
                            trust_level, password_hash, disabled)
                        SELECT ? || n, name_zh, name_en, roles, body, '110101', trust_level,
                            password_hash, true
                        FROM account, generate_series(1, 500) n WHERE account = ?
                        """)
                .params(elsewhere, AWAY)
                .update();
        try {
            jdbc.sql(
                            """
                            INSERT INTO staff_leave (account, first_day, last_day)
                            SELECT account, ?, ? FROM account
                            WHERE starts_with(account, ?) OR account = ?
                            """)
                    .params(clock.today(), clock.today(), elsewhere, AWAY)
                    .update();
            assertThat(accounts(desk.ok(desk.get(SUPERVISOR, "/api/v1/leaves")).at("/leaves")))
                    .contains(AWAY)
                    .noneMatch(it -> it.startsWith(elsewhere));
        } finally {
            jdbc.sql("DELETE FROM staff_leave WHERE starts_with(account, ?)")
                    .param(elsewhere)
                    .update();
            jdbc.sql("DELETE FROM account WHERE starts_with(account, ?)").param(elsewhere).update();
        }
    }

    private Permit claimed(String citizen) {
        Permit permit = desk.file(citizen, "440106", AWAY);
        desk.ok(desk.post(AWAY, "/api/v1/tasks/" + permit.task() + "/claim", Map.of()));
        return permit;
    }

    private int put(String by, Map<String, String> days) {
        return put(by, AWAY, days);
    }

    private int put(String by, String account, Map<String, String> days) {
        return http.exchange(
                        "/api/v1/leaves/" + account,
                        HttpMethod.PUT,
                        new HttpEntity<>(days, desk.headers(by)),
                        JsonNode.class)
                .getStatusCode()
                .value();
    }

    private String code(String path, Map<String, Object> body) {
        JsonNode answer = desk.post(DEPUTY, path, body).getBody();
        return answer == null ? "" : answer.path("code").asText();
    }

    private static Map<String, String> with(Map<String, String> days, String key, String value) {
        Map<String, String> all = new HashMap<>(days);
        all.put(key, value);
        return all;
    }

    private static List<String> accounts(JsonNode officers) {
        List<String> accounts = new ArrayList<>();
        officers.forEach(one -> accounts.add(one.path("account").asText()));
        return accounts;
    }

    private List<String> told(String stream) {
        return log.readStream(stream).stream().map(LeaveTest::told).toList();
    }

    private static String told(Recorded one) {
        return one.name() + " by " + one.stamp().by().account();
    }

    private Visitor visitor(String account) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(account, PASSWORD);
        return visitor;
    }
}
