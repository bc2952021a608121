package org.banshi.web.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.material.MaterialRefusedException;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.material.StoredMaterial;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.springframework.stereotype.Component;

/** Papers on their way into a case. */
@Component
public class Papers {

    /** The item's word for evidence. */
    private static final String EVIDENCE = "evidence";

    /** Most papers in one request. */
    static final int MOST = 60;

    private final MaterialStore store;
    private final BusinessClock clock;

    public Papers(MaterialStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps an uploaded paper.
     *
     * @throws ProblemException when it is empty, too large or of another type
     */
    public StoredMaterial keep(PersonId person, byte[] bytes) {
        try {
            return store.store(person, bytes, clock.now());
        } catch (MaterialRefusedException refused) {
            throw ProblemException.of(
                    switch (refused.fault()) {
                        case EMPTY -> ProblemKind.MATERIAL_EMPTY;
                        case TOO_LARGE -> ProblemKind.MATERIAL_TOO_LARGE;
                        case TYPE_NOT_ALLOWED -> ProblemKind.MATERIAL_TYPE;
                    });
        }
    }

    /** Those of the papers that are there and the person's, by their ids. */
    Map<String, StoredMaterial> find(PersonId person, Collection<String> ids) {
        return store.find(person, ids);
    }

    /**
     * The papers of a request, as the case keeps them. From now on they are not deleted as
     * abandoned.
     *
     * @throws ProblemException when one is unknown, somebody else's, or none that the item asks for
     */
    public List<Material> of(PersonId person, ServiceDefinition service, List<Filing.Paper> given) {
        List<FieldError> wrong = new ArrayList<>();
        List<Material> materials = new ArrayList<>();
        if (given.size() > MOST) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "/materials",
                    "maxItems",
                    Text.of("材料过多。", "Too many papers."));
        }
        Map<String, StoredMaterial> held =
                store
                        .hold(person, given.stream().map(Filing.Paper::id).toList(), clock.now())
                        .stream()
                        .collect(Collectors.toMap(StoredMaterial::id, Function.identity()));
        for (int i = 0; i < given.size(); i++) {
            Filing.Paper paper = given.get(i);
            StoredMaterial stored = held.get(paper.id());
            if (service.materials().stream()
                    .map(MaterialSpec::code)
                    .noneMatch(paper.code()::equals)) {
                wrong.add(
                        new FieldError(
                                "/materials/" + i + "/code",
                                "unknown",
                                Text.of("事项没有这种材料。", "The service asks for no such paper.")));
            } else if (stored == null) {
                wrong.add(
                        new FieldError(
                                "/materials/" + i + "/id",
                                "unknown",
                                ProblemKind.UNKNOWN_MATERIAL.why()));
            } else {
                materials.add(material(paper.code(), stored));
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.of(ProblemKind.UNKNOWN_MATERIAL, wrong);
        }
        return materials;
    }

    /**
     * A party's papers as evidence in a dispute. From now on they are not deleted as abandoned.
     *
     * @throws ProblemException when one is unknown or somebody else's, or they are too many
     */
    public List<Material> evidence(PersonId person, List<String> ids) {
        if (ids.size() > MOST) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "/papers",
                    "maxItems",
                    Text.of("材料过多。", "Too many papers."));
        }
        List<StoredMaterial> held = store.hold(person, ids, clock.now());
        if (held.size() != ids.size()) {
            throw ProblemException.of(ProblemKind.UNKNOWN_MATERIAL);
        }
        return held.stream().map(stored -> material(EVIDENCE, stored)).toList();
    }

    /**
     * A photograph that shows a public notice where it hung. From now on it is not deleted as
     * abandoned.
     *
     * @param person whose case it is
     * @throws ProblemException when it is empty, too large or no picture that browsers show
     */
    public Material posting(PersonId person, byte[] bytes) {
        StoredMaterial stored = keep(person, bytes);
        if (!PaperReading.SHOWN.contains(stored.mediaType())) {
            throw ProblemException.of(
                    ProblemKind.MATERIAL_TYPE,
                    Text.of("请上传 JPG 或 PNG 照片。", "Upload a JPEG or PNG picture."));
        }
        return material(CasePaper.POSTING, stored);
    }

    private static Material material(String code, StoredMaterial stored) {
        return new Material(stored.id(), code, stored.sha256(), stored.mediaType(), stored.size());
    }
}
