package org.banshi.app.draft;

import java.time.Instant;
import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;

/**
 * An application begun.
 *
 * @param form what was filled in so far, not checked
 * @param materials id of the stored paper, by the paper's code in the item
 */
public record Draft(
        String id,
        PersonId person,
        ServiceVersion service,
        String region,
        FormData form,
        Map<String, String> materials,
        Instant savedAt) {

    public Draft {
        materials = Map.copyOf(materials);
    }

    public Draft withForm(FormData filled, Instant at) {
        return new Draft(id, person, service, region, filled, materials, at);
    }

    public Draft withMaterials(Map<String, String> papers, Instant at) {
        return new Draft(id, person, service, region, form, papers, at);
    }

    public Draft inRegion(String other, ServiceVersion version, Instant at) {
        return new Draft(id, person, version, other, form, materials, at);
    }
}
