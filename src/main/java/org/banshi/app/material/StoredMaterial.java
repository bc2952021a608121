package org.banshi.app.material;

import java.time.Instant;
import org.banshi.command.contract.person.PersonId;

/**
 * A paper that was handed in.
 *
 * @param person whose paper it is, and whose key protects it
 * @param mediaType as found by looking at the bytes
 * @param sha256 of the plain bytes, lower-case hex
 * @param size of the plain bytes
 */
public record StoredMaterial(
        String id, PersonId person, String mediaType, String sha256, long size, Instant storedAt) {}
