package org.banshi.app.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps filters of the work list and columns, for each officer. A supervisor shares a filter with
 * everybody of the own body and region, as its name and values may name who works there; what it
 * finds is still narrowed to what each of them may see.
 */
@Component
public class WorkViews {

    /** Most filters of one account; a further one takes the place of none. */
    public static final int MOST = 40;

    /** Most characters of each value of a filter. */
    public static final int LONGEST = 100;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final TypeReference<TreeMap<String, String>> FILTER = new TypeReference<>() {};

    private static final String VISIBLE =
            " (owner = :account or shared_body = :body and :region::text like shared_in || '%') ";

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    public WorkViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The own filters by name, then those shared with the account. */
    public List<WorkView> of(Scope who) {
        return jdbc.sql(
                        "select * from work_view where"
                                + VISIBLE
                                + "order by owner <> :account, name, id")
                .param("account", who.account())
                .param("body", who.body())
                .param("region", region(who))
                .query(this::row)
                .list();
    }

    /** The filter of this id, where the account may use it. */
    public Optional<WorkView> find(Scope who, String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select * from work_view where id = :id::uuid and" + VISIBLE)
                .param("id", id)
                .param("account", who.account())
                .param("body", who.body())
                .param("region", region(who))
                .query(this::row)
                .optional();
    }

    /**
     * Keeps a filter; one of the own that has this name is replaced.
     *
     * @param filter of values of {@link #LONGEST} characters at most
     * @param shared also with everybody of the body and region; only a supervisor's is
     * @return its id; empty where the account has as many as it may
     * @throws IllegalArgumentException when a value is longer
     */
    public Optional<String> keep(
            Scope who, String name, Map<String, String> filter, boolean shared) {
        if (filter.values().stream().anyMatch(it -> it.length() > LONGEST)) {
            throw new IllegalArgumentException("a filter's value is too long");
        }
        String reach = shared ? sharable(who) : null;
        return jdbc.sql(
                        """
                        insert into work_view (id, owner, name, filter, shared_in, shared_body)
                        select :id::uuid, :account, :name, :filter, :shared::text, :body::text
                        where (select count(*) from work_view
                            where owner = :account and name <> :name) < :most
                        on conflict (owner, name) do update
                            set filter = excluded.filter, shared_in = excluded.shared_in,
                                shared_body = excluded.shared_body
                        returning id""")
                .param("id", UUID.randomUUID().toString())
                .param("account", who.account())
                .param("name", name)
                .param("filter", written(filter))
                .param("shared", reach)
                .param("body", reach == null ? null : who.body())
                .param("most", MOST)
                .query(String.class)
                .optional();
    }

    /**
     * Changes name and sharing of one of the own.
     *
     * @return false where another of the own has the name
     */
    public boolean change(Scope who, String id, String name, boolean shared) {
        String reach = shared ? sharable(who) : null;
        try {
            jdbc.sql(
                            """
                            update work_view
                            set name = :name, shared_in = :shared::text, shared_body = :body::text
                            where id = :id::uuid and owner = :account""")
                    .param("name", name)
                    .param("shared", reach)
                    .param("body", reach == null ? null : who.body())
                    .param("id", id)
                    .param("account", who.account())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /**
     * Whether it is the own, or one that somebody shared among the regions of a supervisor.
     *
     * @param view one that the account may use, and thus of its own body
     */
    public boolean removable(Scope who, WorkView view) {
        String reach = sharable(who);
        String shared = view.sharedIn();
        return view.owner().equals(who.account())
                || reach != null && shared != null && shared.startsWith(reach);
    }

    public void delete(WorkView view) {
        jdbc.sql("delete from work_view where id = :id::uuid").param("id", view.id()).update();
    }

    /** The columns that the account chose, in its order; empty where it never did. */
    public List<String> columns(String account) {
        return jdbc.sql("select columns from work_columns where account = :account")
                .param("account", account)
                .query(String.class)
                .optional()
                .map(it -> List.of(it.split(",")))
                .orElse(List.of());
    }

    public void choose(String account, List<String> columns) {
        jdbc.sql(
                        """
                        insert into work_columns (account, columns) values (:account, :columns)
                        on conflict (account) do update set columns = excluded.columns""")
                .param("account", account)
                .param("columns", String.join(",", columns))
                .update();
    }

    /** What the codes of all regions begin with that a supervisor looks after; else null. */
    private static @Nullable String sharable(Scope who) {
        RegionCode region = who.region();
        return who.has(Role.SUPERVISOR) && who.body() != null && region != null
                ? region.prefix()
                : null;
    }

    private static @Nullable String region(Scope who) {
        RegionCode region = who.region();
        return region == null ? null : region.value();
    }

    private WorkView row(ResultSet row, int number) throws SQLException {
        return new WorkView(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                read(row.getString("filter")),
                row.getString("shared_in"));
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, FILTER);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a filter that cannot be read", damaged);
        }
    }

    private String written(Map<String, String> filter) {
        try {
            return json.writeValueAsString(filter);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a filter that cannot be written", impossible);
        }
    }
}
