package org.banshi.query.projection.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which application has a number, and of which item it is. Says nothing else of it, so that
 * nobody's scope is needed.
 */
public final class CaseNumbers {

    private final JdbcClient jdbc;

    public CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ApplicationId> find(String number) {
        return jdbc.sql("SELECT application FROM progress WHERE number = ?")
                .param(number)
                .query((row, n) -> new ApplicationId(row.getString(1)))
                .optional();
    }

    /** Who applied, by number; numbers that are none are left out. */
    public Map<String, String> owners(Collection<String> numbers) {
        Map<String, String> owners = new HashMap<>();
        jdbc.sql("SELECT number, person FROM progress WHERE number = ANY (?)")
                .param(numbers.toArray(String[]::new))
                .query(
                        row -> {
                            owners.put(row.getString(1), row.getString(2));
                        });
        return owners;
    }

    /** The item and its version, by number; numbers that are none are left out. */
    public Map<String, ServiceVersion> services(Collection<String> numbers) {
        Map<String, ServiceVersion> services = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT number, page::jsonb ->> 'service',
                            (page::jsonb ->> 'serviceVersion')::int
                        FROM progress WHERE number = ANY (?)
                        """)
                .param(numbers.toArray(String[]::new))
                .query(
                        row -> {
                            services.put(
                                    row.getString(1),
                                    new ServiceVersion(row.getString(2), row.getInt(3)));
                        });
        return services;
    }

    /** Numbers of the cases that a person applied for. */
    public List<String> of(String person) {
        return jdbc.sql("SELECT number FROM progress WHERE person = ?")
                .param(person)
                .query(String.class)
                .list();
    }
}
