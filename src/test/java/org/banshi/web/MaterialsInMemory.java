package org.banshi.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.material.MaterialRefusedException;
import org.banshi.app.material.MaterialRefusedException.Fault;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.material.StoredMaterial;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers without files and tables. Whatever begins like a PDF is one. */
public final class MaterialsInMemory extends MaterialStore {

    private final Map<String, StoredMaterial> kept = new ConcurrentHashMap<>();
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
    private int count;
    private int questions;

    MaterialsInMemory(PersonalData personal, JdbcClient jdbc) {
        super(Path.of("none"), personal, jdbc);
    }

    @Override
    public StoredMaterial store(PersonId person, byte[] given, Instant at) {
        if (given.length == 0) {
            throw new MaterialRefusedException(Fault.EMPTY);
        }
        boolean picture = given[0] == (byte) 0x89;
        if (given[0] != '%' && !picture) {
            throw new MaterialRefusedException(Fault.TYPE_NOT_ALLOWED);
        }
        String id = "00000000-0000-0000-0000-%012d".formatted(++count);
        StoredMaterial material =
                new StoredMaterial(
                        id,
                        person,
                        picture ? "image/png" : "application/pdf",
                        sha256(given),
                        given.length,
                        at);
        kept.put(id, material);
        bytes.put(id, given);
        return material;
    }

    /** How often it was asked what it knows of papers. */
    public int questions() {
        return questions;
    }

    @Override
    public Map<String, StoredMaterial> find(PersonId person, Collection<String> ids) {
        questions++;
        return ids.stream()
                .distinct()
                .map(kept::get)
                .filter(found -> found != null && found.person().equals(person))
                .collect(Collectors.toMap(StoredMaterial::id, Function.identity()));
    }

    @Override
    public Optional<StoredMaterial> find(String id) {
        questions++;
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<StoredMaterial> hold(PersonId person, Collection<String> ids, Instant at) {
        return ids.stream()
                .distinct()
                .map(kept::get)
                .filter(found -> found != null && found.person().equals(person))
                .toList();
    }

    @Override
    public Optional<byte[]> read(StoredMaterial material) {
        return Optional.ofNullable(bytes.get(material.id()));
    }
}
