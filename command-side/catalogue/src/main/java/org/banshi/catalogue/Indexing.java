package org.banshi.catalogue;

import java.util.List;
import java.util.Map;

/**
 * How a benefit that runs is rated anew when a table says something else than before, as the tables
 * of a new year do.
 *
 * @param kind of the benefit, as the item opens it
 * @param decision the table that is asked again
 * @param output its column, yuan a month
 * @param perMember whether the column is a standard a person, by whose difference the amount
 *     changes for each member; else the column is the amount itself
 * @param facts each rate that there may be, by the facts with which the table is asked; a benefit
 *     has the one that it is paid at
 */
public record Indexing(
        String kind,
        String decision,
        String output,
        boolean perMember,
        List<Map<String, Object>> facts) {}
