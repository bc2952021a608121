package org.banshi.query.projection.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.privacy.PrivacyEvent.Erased;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps of each case what checks and matches go by in its form: a keyed hash of the bank account,
 * so that shared ones are found while nobody reads one; whether kin among the staff was declared;
 * and keyed hashes of the household's numbers, so that a death in it is found.
 */
public final class DeclarationProjection extends Projection {

    /** Fields of forms. */
    private static final String ACCOUNT = "bankAccount";

    private static final String RELATIVE = "staffRelative";

    private static final String MEMBERS = "members";

    private static final String NUMBER = "identityNumber";

    /** As many as the form of a household lists; a roster of a hundred workers is none. */
    private static final int MOST_MEMBERS = 30;

    /**
     * A row; {@code account} is null where the form names none.
     *
     * @param members as PostgreSQL writes an array: empty where the form says that there are none;
     *     null where it does not say who they are
     */
    private record Row(
            String application,
            String number,
            String person,
            long version,
            @Nullable String account,
            boolean relative,
            @Nullable String members) {}

    private static final RowType<Row> ROWS =
            new RowType<>(
                    "declaration",
                    List.of(
                            "application text",
                            "number text",
                            "person text",
                            "version bigint",
                            "account text",
                            "relative boolean",
                            "members text[]"),
                    "application",
                    DeclarationProjection::stored,
                    row ->
                            new @Nullable Object[] {
                                row.application(),
                                row.number(),
                                row.person(),
                                row.version(),
                                row.account(),
                                row.relative(),
                                row.members()
                            });

    private final PersonalData personal;

    public DeclarationProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.DECLARATIONS, jdbc);
        this.personal = personal;
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("declaration", "application", Set.of()));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return type == Applied.class || type == Supplemented.class || type == Erased.class;
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return component.equals("form") || component.equals("changes");
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Row> rows = new Rows<>(ROWS, Row::application, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                DeclarationProjection.this.take(batch, rows);
            }

            @Override
            public void write() {
                rows.write();
            }
        };
    }

    private void take(List<Recorded> batch, Rows<Row> rows) {
        List<Recorded> events = batch.stream().filter(it -> in(it.event().getClass())).toList();
        Set<String> applications = new HashSet<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof Erased erased) {
                erased.applications().forEach(it -> applications.add(it.value()));
            } else {
                applications.add(recorded.stream());
            }
        }
        rows.fetch(applications, beginning(events));
        for (Recorded recorded : events) {
            if (recorded.event() instanceof Erased erased) {
                erased.applications().forEach(it -> forget(it.value(), rows));
                continue;
            }
            Row row = rows.get(recorded.stream());
            if (recorded.event() instanceof Applied applied && row == null) {
                rows.put(
                        new Row(
                                recorded.stream(),
                                applied.number(),
                                applied.subject().value(),
                                recorded.sequence(),
                                account(applied.form()),
                                relative(applied.form()),
                                members(applied.form())));
            } else if (recorded.event() instanceof Supplemented it
                    && row != null
                    && recorded.sequence() > row.version()) {
                String account = account(it.changes());
                rows.put(
                        new Row(
                                row.application(),
                                row.number(),
                                row.person(),
                                recorded.sequence(),
                                account == null ? row.account() : account,
                                row.relative() || relative(it.changes()),
                                names(it.changes()) ? members(it.changes()) : row.members()));
            }
        }
    }

    /** As a fold finds the form once its person's key is destroyed: nothing is left to hash. */
    private static void forget(String application, Rows<Row> rows) {
        Row row = rows.get(application);
        if (row != null) {
            rows.put(
                    new Row(
                            row.application(),
                            row.number(),
                            row.person(),
                            row.version(),
                            null,
                            false,
                            null));
        }
    }

    /** The values of a person whose key was destroyed are null. */
    private @Nullable String account(@Nullable FormData data) {
        Object account = data == null ? null : data.values().get(ACCOUNT);
        return account instanceof String typed && !typed.isBlank()
                ? personal.hash("payee", typed.replaceAll("\\s", ""))
                : null;
    }

    private static boolean relative(@Nullable FormData data) {
        return data != null && Boolean.TRUE.equals(data.values().get(RELATIVE));
    }

    /** Whether it says anew who the members are, also where it strikes all of them. */
    private static boolean names(@Nullable FormData data) {
        return data != null && data.values().containsKey(MEMBERS);
    }

    private @Nullable String members(@Nullable FormData data) {
        if (data == null
                || !(data.values().get(MEMBERS) instanceof List<?> listed)
                || listed.size() > MOST_MEMBERS) {
            return null;
        }
        List<String> hashes =
                listed.stream()
                        .map(member -> member instanceof Map<?, ?> facts ? facts.get(NUMBER) : null)
                        .filter(String.class::isInstance)
                        .map(number -> HouseholdMembers.hash(personal, (String) number))
                        .distinct()
                        .toList();
        return "{" + String.join(",", hashes) + "}";
    }

    private static Row stored(ResultSet row) throws SQLException {
        return new Row(
                row.getString("application"),
                row.getString("number"),
                row.getString("person"),
                row.getLong("version"),
                row.getString("account"),
                row.getBoolean("relative"),
                row.getString("members"));
    }
}
