package org.banshi.web.officer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.banshi.catalogue.Facets;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address asks of the work list. The components are named like its parameters; empty ones
 * count as missing.
 */
record WorkFilter(
        @Nullable String view,
        @Nullable String service,
        @Nullable String region,
        @Nullable String step,
        @Nullable String due,
        @Nullable String q,
        @Nullable String office,
        @Nullable String holder,
        @Nullable String escalated,
        @Nullable String facet,
        @Nullable String sort) {

    private static final int PAGE = 50;

    WorkFilter {
        view = given(view, "all");
        service = given(service, null);
        region = given(region, null);
        step = given(step, null);
        due = given(due, null);
        q = given(q, null);
        office = given(office, null);
        holder = given(holder, null);
        escalated = "true".equals(escalated) ? escalated : null;
        facet = service == null ? null : given(String.join(",", facets(facet)), null);
        sort = given(sort, "due");
    }

    /** One after the other, parted by commas; what is none is left out. */
    private static List<String> facets(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(","))
                        .map(String::strip)
                        .filter(Facets::isOne)
                        .distinct()
                        .toList();
    }

    /** Whether the list is narrowed to this one. */
    public boolean has(String one) {
        return facets(facet).contains(one);
    }

    private static @Nullable String given(@Nullable String value, @Nullable String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** As {@link #kept} wrote it. */
    static WorkFilter of(Map<String, String> kept) {
        return new WorkFilter(
                kept.get("view"),
                kept.get("service"),
                kept.get("region"),
                kept.get("step"),
                kept.get("due"),
                null,
                kept.get("office"),
                kept.get("holder"),
                kept.get("escalated"),
                kept.get("facet"),
                kept.get("sort"));
    }

    FindWorkItems question(Scope scope, @Nullable String cursor) {
        return new FindWorkItems(
                scope,
                Objects.requireNonNull(view),
                service,
                region,
                step,
                due,
                q,
                office,
                holder,
                escalated != null,
                facets(facet),
                Objects.requireNonNull(sort),
                cursor,
                PAGE);
    }

    /** What there is to filter by, but for what was searched for: that may be somebody's name. */
    public Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>(parameters());
        kept.remove("q");
        return kept;
    }

    /** Parameters that are given, by name. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "view", view);
        put(parameters, "service", service);
        put(parameters, "step", step);
        put(parameters, "region", region);
        put(parameters, "due", due);
        put(parameters, "office", office);
        put(parameters, "holder", holder);
        put(parameters, "escalated", escalated);
        put(parameters, "facet", facet);
        put(parameters, "q", q);
        put(parameters, "sort", sort);
        return parameters;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    /** The list's address. */
    public String address() {
        return at("/work", Map.of());
    }

    /** The page after {@code cursor}. */
    public String after(String cursor) {
        return at("/work", Map.of("cursor", cursor));
    }

    /** Where in the list, without what was searched for. */
    String place(@Nullable String cursor) {
        return q != null
                ? of(kept()).address()
                : at("/work", cursor == null ? Map.of() : Map.of("cursor", cursor));
    }

    /** The list sorted by a column, or the other way round where it is sorted by it already. */
    public String sortedBy(String column) {
        WorkFilter turned =
                new WorkFilter(
                        view,
                        service,
                        region,
                        step,
                        due,
                        q,
                        office,
                        holder,
                        escalated,
                        facet,
                        column.equals(sort) ? "-" + column : column);
        return turned.address();
    }

    /** {@code ascending}, {@code descending} or null, as {@code aria-sort} wants it. */
    public @Nullable String direction(String column) {
        if (column.equals(sort)) {
            return "ascending";
        }
        return ("-" + column).equals(sort) ? "descending" : null;
    }

    /** An address that asks the same of somebody else. */
    String at(String path, Map<String, String> beside) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> all = new LinkedHashMap<>(parameters());
        all.putAll(beside);
        all.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }
}
