package org.banshi.app.casefile;

import java.time.LocalDate;
import java.util.List;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.domain.application.ApplicationClaims;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applications of items that enter a round, as their claims say: these are given back in the same
 * transaction in which a case ends. Place and day are the read model's; a case of which it does not
 * know yet counts.
 */
public final class OpenEntries implements ApplicationsInHand {

    /** Kind of what such an item opens. */
    private static final String ENTRY = "settlement-entry";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public OpenEntries(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @Override
    public int count(RegionCode region, LocalDate from, LocalDate until) {
        return items().stream().mapToInt(item -> count(item, region, from, until)).sum();
    }

    private List<String> items() {
        return catalogue.current().stream()
                .filter(it -> it.opens().stream().anyMatch(opens -> opens.kind().equals(ENTRY)))
                .map(ServiceDefinition::version)
                .map(version -> version.service())
                .distinct()
                .toList();
    }

    private int count(String item, RegionCode region, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM event_claim c
                        JOIN event_stream s ON s.id = c.stream
                        LEFT JOIN caseload_case k ON k.application = s.name
                        WHERE c.kind = :kind AND c.key LIKE :key AND (k.application IS NULL
                            OR starts_with(k.region, :region)
                                AND k.received_on BETWEEN :from AND :until)
                        """)
                .param("kind", ApplicationClaims.OPEN_APPLICATION)
                .param("key", "%/" + item)
                .param("region", region.prefix())
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }
}
