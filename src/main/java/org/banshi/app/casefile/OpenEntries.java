package org.banshi.app.casefile;

import java.time.LocalDate;
import java.util.List;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.process.policy.PolicySubscription;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applications of items that enter a round, as their claims say: these are given back in the same
 * transaction in which a case ends. Those that were granted count until the policy that enters them
 * has done so, also where it could not and waits for an operator. Place and day are the read
 * model's; a case of which it does not know yet counts.
 */
public final class OpenEntries implements ApplicationsInHand {

    /** Kind of what such an item opens. */
    private static final String ENTRY = "settlement-entry";

    /**
     * As the log names {@link org.banshi.command.contract.application.ApplicationEvent.Granted}.
     */
    private static final String GRANTED = "application.granted";

    /**
     * Cases, not what they hold: one holds a claim for each for whom it is, and one that is granted
     * may hold its claim still.
     */
    private static final String CASES =
            """
            WITH waiting AS (
                SELECT position FROM event_log WHERE position > coalesce(
                    (SELECT position FROM subscription_token WHERE name = :policies), 0)
                UNION
                SELECT position FROM event_parked WHERE subscription = :policies),
            entering AS (
                SELECT stream FROM event_claim WHERE kind = :open AND key LIKE ANY (:keys::text[])
                UNION
                SELECT l.stream FROM waiting w
                JOIN event_log l ON l.position = w.position
                JOIN event_type t ON t.id = l.type AND t.name = :granted
                WHERE l.payload::jsonb ->> 'kind' = :entry)
            SELECT count(*) FROM entering e
            JOIN event_stream s ON s.id = e.stream
            LEFT JOIN caseload_case k ON k.application = s.name
            WHERE k.application IS NULL OR starts_with(k.region, :region)
                AND k.received_on BETWEEN :from AND :until
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public OpenEntries(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @Override
    public int count(RegionCode region, LocalDate from, LocalDate until) {
        return jdbc.sql(CASES)
                .param("policies", PolicySubscription.NAME)
                .param("open", ApplicationClaims.OPEN_APPLICATION)
                .param("keys", items().stream().map(item -> "%/" + item).toArray(String[]::new))
                .param("granted", GRANTED)
                .param("entry", ENTRY)
                .param("region", region.prefix())
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    private List<String> items() {
        return catalogue.current().stream()
                .filter(it -> it.opens().stream().anyMatch(opens -> opens.kind().equals(ENTRY)))
                .map(ServiceDefinition::version)
                .map(version -> version.service())
                .distinct()
                .toList();
    }
}
