package org.banshi.query.projection.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.projection.sql.Condition;

/**
 * What a scope may see, as a SQL condition: the one place. Every list, count, search and single
 * read puts it into its WHERE; several roles see what any of them sees.
 *
 * <ul>
 *   <li>A citizen sees the own cases, and nothing that is made for staff; so does an agent, by
 *       {@link #cases}, {@link #ownCases} and the others of that name alone.
 *   <li>An officer sees the work of the own body in the own region and below, and the cases that
 *       have ever waited for it.
 *   <li>A supervisor sees all of the own region and below.
 *   <li>An auditor sees everything; an operator sees incidents, which hold nothing personal.
 * </ul>
 */
public final class AccessPredicate {

    /** What sort of rows the condition is for. */
    public enum Of {
        /** Has the columns {@code person}, {@code region} and {@code offices} ({@link Offices}). */
        CASE,
        /** A case's inside story; has the columns {@code region} and {@code offices}. */
        CASE_FILE,
        /** Has the columns {@code body} and {@code region}, of the task. */
        WORK_ITEM,
        /** Has the column {@code region}, of the case. */
        INCIDENT,
        /** What only supervisors look after; has the column {@code region}. */
        SUPERVISED
    }

    /** Follows 9: all that begins with a prefix of digits sorts before the prefix and this. */
    private static final String AFTER_DIGITS = ":";

    /** Digits of the smallest region's code. */
    private static final int TOWN = 9;

    private AccessPredicate() {}

    /** The rows that {@code scope} may see. */
    public static Condition of(Scope scope, Of rows) {
        if (scope.has(Role.AUDITOR) || scope.has(Role.OPERATOR) && rows == Of.INCIDENT) {
            return Condition.ALL;
        }
        List<Condition> any = new ArrayList<>();
        if (rows == Of.CASE && scope.acting() == null) {
            any.add(self(scope));
        }
        RegionCode region = scope.region();
        if (scope.has(Role.SUPERVISOR) && region != null) {
            any.add(within("region", region));
        }
        String body = scope.body();
        if (scope.has(Role.OFFICER) && region != null && body != null) {
            switch (rows) {
                case CASE, CASE_FILE -> any.add(Offices.include(body, region));
                case WORK_ITEM ->
                        any.add(Condition.of("body = ?", body).and(within("region", region)));
                case INCIDENT, SUPERVISED -> {}
            }
        }
        return Condition.any(any);
    }

    /**
     * The cases that {@code scope} may see, in rows with their page: an agent for certain items
     * sees those of these items.
     */
    public static Condition cases(Scope scope) {
        return (scope.acting() == null ? of(scope, Of.CASE) : ofItems(scope)).and(open(scope));
    }

    /** The cases of the scope's own person, in rows with their page. */
    public static Condition ownCases(Scope scope) {
        return (scope.acting() == null ? self(scope) : ofItems(scope)).and(open(scope));
    }

    /**
     * What of a person's cases an agent may see at all, in rows with {@code guarded}: an agent may
     * be the one from whom the person is protected.
     */
    private static Condition open(Scope scope) {
        return scope.acting() == null ? Condition.ALL : Condition.of("NOT guarded");
    }

    /**
     * That a person is protected in none of their cases. What belongs to a person and to no case
     * alone is seen by those who act for them, or look after them, only then.
     *
     * @param person in SQL, such as {@code benefit.person}; not of a table {@code progress}
     */
    public static Condition unguarded(String person) {
        return Condition.of(
                "NOT EXISTS (SELECT FROM progress near WHERE near.guarded AND near.person = "
                        + person
                        + ")");
    }

    /**
     * That a person is not protected in this very case.
     *
     * @param application in SQL, such as {@code dispute_seat.application}
     * @param person in SQL, such as {@code dispute_seat.person}
     */
    public static Condition unguarded(String application, String person) {
        return Condition.of(
                "NOT EXISTS (SELECT FROM progress near WHERE near.guarded AND near.application = "
                        + application
                        + " AND near.person = "
                        + person
                        + ")");
    }

    private static Condition ofItems(Scope scope) {
        PersonId person = scope.person();
        Set<String> items = scope.acting();
        if (person == null || items == null || !scope.has(Role.CITIZEN)) {
            return Condition.NONE;
        }
        return ofItems(person, "page::json ->> 'service'", items, scope.withheld());
    }

    private static Condition self(Scope scope) {
        PersonId person = scope.person();
        return person == null || !scope.has(Role.CITIZEN)
                ? Condition.NONE
                : Condition.of("person = ?", person.value());
    }

    /**
     * What belongs to the scope's own person and to no item, whatever else it may see; nothing for
     * an agent for certain items, nor for one of a protected person.
     *
     * @param table the rows', with the column {@code person}
     */
    public static Condition own(Scope scope, String table) {
        if (scope.acting() == null) {
            return self(scope);
        }
        return scope.limited() ? Condition.NONE : self(scope).and(unguarded(table + ".person"));
    }

    /**
     * The benefits of the scope's own person: an agent for everything sees those of items that are
     * not withheld, an agent for certain items none.
     */
    public static Condition ownBenefits(Scope scope) {
        return scope.acting() == null || scope.limited()
                ? own(scope, "benefit")
                : own(scope, "benefit").and(ownOfItems(scope));
    }

    /**
     * The seats of the scope's own person: an agent sees those in disputes of the items that they
     * act in, but not where that person is protected.
     */
    public static Condition ownSeats(Scope scope) {
        return scope.acting() == null
                ? self(scope)
                : ownOfItems(scope)
                        .and(unguarded("dispute_seat.application", "dispute_seat.person"));
    }

    /** An agent's, in rows with the column {@code service}. */
    private static Condition ownOfItems(Scope scope) {
        PersonId person = scope.person();
        Set<String> items = scope.acting();
        return person == null || items == null || !scope.has(Role.CITIZEN)
                ? Condition.NONE
                : ofItems(person, "service", items, scope.withheld());
    }

    /** None of the items stands for all of them. */
    private static Condition ofItems(
            PersonId person, String item, Set<String> items, Set<String> withheld) {
        Condition those = Condition.of("person = ?", person.value());
        if (!items.isEmpty()) {
            those = those.and(Condition.of(item + " IN (" + marks(items) + ")", items.toArray()));
        }
        return withheld.isEmpty()
                ? those
                : those.and(
                        Condition.of(
                                "coalesce(" + item + ", '') NOT IN (" + marks(withheld) + ")",
                                withheld.toArray()));
    }

    private static String marks(Set<String> items) {
        return String.join(", ", Collections.nCopies(items.size(), "?"));
    }

    /**
     * Whether the region in {@code column} is {@code region} or lies in it, so that an index serves
     * it: as a range, or as equality where nothing lies below. The column's collation is "C".
     */
    public static Condition within(String column, RegionCode region) {
        String prefix = region.prefix();
        if (prefix.length() == TOWN) {
            return Condition.of(column + " = ?", prefix);
        }
        return Condition.of(
                "(%1$s >= ? AND %1$s < ?)".formatted(column), prefix, prefix + AFTER_DIGITS);
    }
}
