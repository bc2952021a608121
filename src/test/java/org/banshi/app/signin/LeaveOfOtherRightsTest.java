package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.banshi.app.AppTables;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.junit.jupiter.api.Test;

/** What the update does with leaves of before other rights ended them. */
class LeaveOfOtherRightsTest {

    private static final String TAKEN = "account.leave-taken";
    private static final String CHANGED = "account.roles-changed";

    private final AppTables tables = AppTables.fresh();
    private final Accounts accounts = new Accounts(tables.jdbc(), tables.personal());
    private long position = 1_000_000;

    @Test
    void ends_those_that_were_written_down_before_the_rights_changed_and_no_others()
            throws IOException {
        story("promoted", TAKEN, CHANGED);
        story("away-as-what-one-is", CHANGED, TAKEN);
        story("never-changed", TAKEN);

        try (InputStream update =
                Objects.requireNonNull(
                        getClass()
                                .getResourceAsStream(
                                        "/db/migration/app/V771__leave_of_other_rights.sql"))) {
            tables.jdbc().sql(new String(update.readAllBytes(), StandardCharsets.UTF_8)).update();
        }

        assertThat(
                        tables.jdbc()
                                .sql("SELECT account FROM staff_leave ORDER BY account")
                                .query(String.class)
                                .list())
                .isEqualTo(List.of("away-as-what-one-is", "never-changed"));
    }

    private void story(String name, String... events) {
        Account account =
                new Account(
                        name,
                        Text.of("经办员", "Clerk"),
                        Set.of(Role.OFFICER),
                        "town",
                        new RegionCode("440106"),
                        5,
                        null,
                        null);
        accounts.add(account, "", false, false);
        tables.jdbc()
                .sql("INSERT INTO staff_leave VALUES (?, '2026-01-05', '2026-01-06', NULL)")
                .param(name)
                .update();
        long stream = ++position;
        tables.jdbc()
                .sql("INSERT INTO event_stream VALUES (?, 'account', ?)")
                .params(stream, "account:" + name)
                .update();
        for (int i = 0; i < events.length; i++) {
            tables.jdbc()
                    .sql(
                            "INSERT INTO event_type SELECT 30000 + count(*), ? FROM event_type"
                                    + " ON CONFLICT DO NOTHING")
                    .param(events[i])
                    .update();
            tables.jdbc()
                    .sql(
                            """
                            INSERT INTO event_log
                            SELECT ?, now(), ?, ?, id, 1, ?, '{}', '{}', ''::bytea
                            FROM event_type WHERE name = ?
                            """)
                    .params(++position, stream, i, UUID.randomUUID(), events[i])
                    .update();
        }
    }
}
