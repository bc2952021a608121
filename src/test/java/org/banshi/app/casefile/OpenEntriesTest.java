package org.banshi.app.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.app.AppTables;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Opening;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.ClaimHolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was granted an entry into a round, and is not entered yet. */
class OpenEntriesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    private final JdbcClient jdbc = AppTables.fresh().jdbc();
    private final Catalogue catalogue = mock();
    private final OpenEntries entries = new OpenEntries(jdbc, catalogue);

    @BeforeEach
    void somebody_was_granted_an_entry() {
        when(catalogue.current()).thenReturn(List.of());
        run("insert into event_type values (1, 'application.granted')");
        run("insert into event_stream values (1, 'application', 'case-one')");
        run(
                """
                insert into event_log values (7, now(), 1, 0, 1, 1, gen_random_uuid(),
                    '{"kind": "settlement-entry", "serial": 1}', '{}', '')
                """);
        run("insert into subscription_token (name, position) values ('policies', 6)");
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private int count(String region) {
        return entries.count(new RegionCode(region), FIRST, LAST);
    }

    @Test
    void knows_what_is_open_for_a_person_whoever_filed_it() {
        PartyKeys keys = mock();
        when(keys.of("44010619050214852X")).thenReturn("child");
        String mothers = "00000000-0000-0000-0000-000000000002";
        String fathers = "00000000-0000-0000-0000-000000000003";
        run("insert into event_stream values (2, 'application', '" + mothers + "')");
        run("insert into event_stream values (3, 'application', '" + fathers + "')");
        run(
                """
                insert into event_claim values
                    ('open-application', 'child/mother/subsidy', 2),
                    ('open-application', 'child/father/subsidy', 3),
                    ('open-application', 'children/father/subsidy', 1),
                    ('another', 'child/father/subsidy', 1)
                """);
        OpenCases open = new OpenCases(new ClaimHolders(jdbc), keys);

        assertThat(open.of("44010619050214852x"))
                .containsExactlyInAnyOrder(new ApplicationId(mothers), new ApplicationId(fathers));
        run("delete from event_claim");
        assertThat(open.of("44010619050214852x")).isEmpty();
    }

    @Test
    void counts_until_the_policy_has_entered_them() {
        assertThat(count("440100")).isEqualTo(1);

        run("update subscription_token set position = 7");

        assertThat(count("440100")).isZero();
    }

    @Test
    void counts_a_case_once_whatever_it_holds() {
        ServiceDefinition item = mock();
        when(item.version()).thenReturn(new ServiceVersion("settlement", 1));
        when(item.opens())
                .thenReturn(List.of(new Opening("settlement-entry", Map.of(), Map.of(), Map.of())));
        when(catalogue.current()).thenReturn(List.of(item));
        run("insert into event_stream values (2, 'application', 'case-two')");
        run(
                """
                insert into event_claim values
                    ('open-application', 'child/father/settlement', 1),
                    ('open-application', 'child/mother/settlement', 2),
                    ('open-application', 'other-child/mother/settlement', 2),
                    ('open-application', 'third-child/mother/resettlement', 2)
                """);

        assertThat(count("440100")).as("one that is granted, and one that is not").isEqualTo(2);

        run("update subscription_token set position = 7");
        assertThat(count("440100")).as("both still hold their place").isEqualTo(2);

        run("delete from event_claim where stream = 2");
        assertThat(count("440100")).isEqualTo(1);
    }

    @Test
    void counts_where_the_policy_could_not_and_waits_for_an_operator() {
        run("update subscription_token set position = 9");
        run(
                """
                insert into event_parked values
                    ('policies', 7, 'case-one', 'application.granted', 'refused', 1, now())
                """);

        assertThat(count("440100")).isEqualTo(1);
    }

    @Test
    void counts_none_of_another_kind_place_or_time() {
        run(
                """
                insert into caseload_case (application, version, number, service, service_version,
                    region, received_on, due_provisional)
                values ('case-one', 1, 'one', 'settlement', 1, '440106', '2026-09-30', false)
                """);
        assertThat(count("440100")).isEqualTo(1);
        assertThat(count("440200")).isZero();

        run("update caseload_case set received_on = '2026-10-01'");
        assertThat(count("440100")).isZero();

        run("update caseload_case set received_on = '2026-09-01'");
        run("update event_log set payload = '{\"kind\": \"benefit\"}'");
        assertThat(count("440100")).isZero();
    }
}
