package org.banshi.app.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;

/**
 * An application begun.
 *
 * @param form what was filled in so far, not checked
 * @param revision how often the form was kept
 * @param materials ids of a paper's files as they came, by the paper's code in the item
 * @param seen keys of the form's sections that the person has been through
 */
public record Draft(
        String id,
        PersonId person,
        ServiceVersion service,
        String region,
        FormData form,
        int revision,
        Map<String, List<String>> materials,
        Set<String> seen,
        Instant savedAt) {

    public Draft {
        materials =
                materials.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, paper -> List.copyOf(paper.getValue())));
        seen = Set.copyOf(seen);
    }
}
