package org.banshi.query.projection.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banshi.catalogue.Facets;
import org.banshi.command.contract.application.FormData;
import org.jspecify.annotations.Nullable;

/** Facets as an array in PostgreSQL's own writing; none of their signs needs quoting there. */
final class FacetText {

    private FacetText() {}

    /**
     * Those of a form.
     *
     * @param form null once the person's key is destroyed
     * @return null where there are none
     */
    static @Nullable String of(Set<String> offered, @Nullable FormData form) {
        return form == null ? null : array(Facets.of(offered, form));
    }

    /** The same after some answers were changed. */
    static @Nullable String changed(
            @Nullable String before, Set<String> offered, FormData changes) {
        List<String> facets = new ArrayList<>();
        if (before != null && before.length() > 2) {
            for (String facet : before.substring(1, before.length() - 1).split(",")) {
                String field = facet.substring(0, facet.indexOf('='));
                if (!changes.values().containsKey(field)) {
                    facets.add(facet);
                }
            }
        }
        facets.addAll(Facets.of(offered, changes));
        return array(facets);
    }

    /** Those that a list is narrowed to. */
    static @Nullable String array(List<String> facets) {
        return facets.isEmpty() ? null : "{" + String.join(",", facets) + "}";
    }
}
