package org.banshi.query.projection;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.PageResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All read models, fed by a story, asked over a query bus. */
final class World {

    final HikariDataSource database;
    final JdbcTemplate jdbc;
    final JdbcTransactionManager transactions;
    final FakePersonalData personal = new FakePersonalData();
    final FakeCatalogue catalogue = new FakeCatalogue(FakeService.GRANT);
    final Story story = new Story();
    final ReadModels models;
    private final QueryBus bus = SimpleQueryBus.builder().build();
    private final QueryGateway gateway = DefaultQueryGateway.builder().queryBus(bus).build();
    private @Nullable Instant clock;

    /** Fed by hand, batch by batch. */
    World() {
        this(TestDatabase.shared(), null);
        empty();
    }

    /** As if nothing had been read yet. */
    void empty() {
        jdbc.update("DELETE FROM subscription_token");
        for (Projection projection : models.projections()) {
            projection.tables().forEach(table -> jdbc.update("DELETE FROM " + table.name()));
            jdbc.update("INSERT INTO subscription_token (name) VALUES (?)", projection.name());
        }
    }

    /** Fed by a log that encrypts with {@code theirs}. */
    World(HikariDataSource database, @Nullable PersonalData theirs) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.transactions = new JdbcTransactionManager(database);
        BusinessClock businessClock = () -> clock == null ? story.now() : clock;
        models =
                new ReadModels(
                        database, catalogue, theirs == null ? personal : theirs, businessClock);
        models.queries().forEach(this::subscribe);
    }

    private void subscribe(Object handlers) {
        new AnnotationQueryHandlerAdapter<>(handlers).subscribe(bus);
    }

    void clock(String instant) {
        clock = Instant.parse(instant);
    }

    /** All projections take what the story has told since. */
    void catchUp() {
        models.projections().forEach(projection -> catchUp(projection, projection.batchSize()));
    }

    void catchUp(Projection projection, int batchSize) {
        while (step(projection, batchSize)) {}
    }

    private boolean step(Projection projection, int batchSize) {
        return Boolean.TRUE.equals(
                new TransactionTemplate(transactions)
                        .execute(
                                status -> {
                                    List<Recorded> batch =
                                            story.after(token(projection.name()), batchSize);
                                    if (batch.isEmpty()) {
                                        return false;
                                    }
                                    projection.handle(batch);
                                    jdbc.update(
                                            "UPDATE subscription_token SET position = ?"
                                                    + " WHERE name = ?",
                                            batch.get(batch.size() - 1).position(),
                                            projection.name());
                                    return true;
                                }));
    }

    long token(String subscription) {
        Long position =
                jdbc.queryForObject(
                        "SELECT position FROM subscription_token WHERE name = ?",
                        Long.class,
                        subscription);
        return position == null ? 0 : position;
    }

    <T> Page<T> page(Object query, Class<T> row) {
        return ask(query, PageResponse.of(row));
    }

    <R> R ask(Object query, ResponseType<R> type) {
        try {
            return gateway.query(query, type).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static Scope citizen(String person) {
        return new Scope(
                "account-" + person, new PersonId(person), Set.of(Role.CITIZEN), null, null);
    }

    /** Who acts for somebody in these items, or in all where there are none. */
    static Scope agent(String grantor, Set<String> items, Set<String> withheld) {
        return new Scope(
                "agent", new PersonId(grantor), Set.of(Role.CITIZEN), null, null, items, withheld);
    }

    static Scope officer(String account, String body, String region) {
        return new Scope(account, null, Set.of(Role.OFFICER), body, new RegionCode(region));
    }

    static Scope supervisor(String region) {
        return new Scope("supervisor", null, Set.of(Role.SUPERVISOR), null, new RegionCode(region));
    }

    static Scope auditor() {
        return new Scope("auditor", null, Set.of(Role.AUDITOR), null, null);
    }
}
