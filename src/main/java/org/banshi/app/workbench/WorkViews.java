package org.banshi.app.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps filters of the work list and columns, for each officer. A supervisor shares a filter with
 * everybody of the own region; what it finds is still narrowed to what each of them may see.
 */
@Component
public class WorkViews {

    /** Most filters of one account; a further one takes the place of none. */
    public static final int MOST = 40;

    /** Digits of the smallest region's code. */
    private static final int TOWN = 9;

    private static final TypeReference<TreeMap<String, String>> FILTER = new TypeReference<>() {};

    private static final String VISIBLE =
            " (owner = :account or shared_in is not null and :region::text like shared_in || '%') ";

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
                .param("region", region(who))
                .query(this::row)
                .list();
    }

    /** The filter of this id, where the account may use it. */
    public Optional<WorkView> find(Scope who, String id) {
        if (!id.matches("[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        return jdbc.sql("select * from work_view where id = :id::uuid and" + VISIBLE)
                .param("id", id)
                .param("account", who.account())
                .param("region", region(who))
                .query(this::row)
                .optional();
    }

    /**
     * Keeps a filter; one of the own that has this name is replaced.
     *
     * @param shared also with everybody of the region; only a supervisor's is
     * @return its id; empty where the account has as many as it may
     */
    public Optional<String> keep(
            Scope who, String name, Map<String, String> filter, boolean shared) {
        return jdbc.sql(
                        """
                        insert into work_view (id, owner, name, filter, shared_in)
                        select :id::uuid, :account, :name, :filter, :shared::text
                        where (select count(*) from work_view
                            where owner = :account and name <> :name) < :most
                        on conflict (owner, name) do update
                            set filter = excluded.filter, shared_in = excluded.shared_in
                        returning id""")
                .param("id", UUID.randomUUID().toString())
                .param("account", who.account())
                .param("name", name)
                .param("filter", written(filter))
                .param("shared", shared ? sharable(who) : null)
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
        try {
            jdbc.sql(
                            """
                            update work_view set name = :name, shared_in = :shared
                            where id = :id::uuid and owner = :account""")
                    .param("name", name)
                    .param("shared", shared ? sharable(who) : null)
                    .param("id", id)
                    .param("account", who.account())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Whether it is the own, or one that somebody shared among the regions of a supervisor. */
    public boolean removable(Scope who, WorkView view) {
        String reach = sharable(who);
        String shared = view.sharedIn();
        return view.owner().equals(who.account())
                || reach != null && shared != null && shared.startsWith(reach);
    }

    public void delete(WorkView view) {
        jdbc.sql("delete from work_view where id = :id::uuid").param("id", view.id()).update();
    }

    /** The columns that the account chose; empty where it never did. */
    public Set<String> columns(String account) {
        return jdbc.sql("select columns from work_columns where account = :account")
                .param("account", account)
                .query(String.class)
                .optional()
                .map(it -> Arrays.stream(it.split(",")).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
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
        String code = who.has(Role.SUPERVISOR) ? region(who) : null;
        return code == null || code.length() == TOWN ? code : code.replaceFirst("(00){1,2}$", "");
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
