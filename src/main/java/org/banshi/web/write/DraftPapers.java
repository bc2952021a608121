package org.banshi.web.write;

import java.util.List;
import java.util.TreeMap;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.material.StoredMaterial;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The papers of a draft. Each is of one file or of several: a phone takes a paper page by page. */
@Component
public class DraftPapers {

    /** Most files of one paper. */
    static final int MOST_SHEETS = 20;

    private final Drafts drafts;
    private final Papers papers;
    private final PaperReading reading;
    private final BusinessClock clock;

    public DraftPapers(Drafts drafts, Papers papers, PaperReading reading, BusinessClock clock) {
        this.drafts = drafts;
        this.papers = papers;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Keeps one more file of a paper; one that is there already is not kept twice.
     *
     * @throws ProblemException when it is refused, or there are enough
     */
    public void add(Draft draft, String code, byte[] bytes) {
        List<StoredMaterial> there = of(draft, code);
        String sha256 = MaterialStore.sha256(bytes);
        if (there.stream().anyMatch(it -> it.sha256().equals(sha256))) {
            return;
        }
        int all = draft.materials().values().stream().mapToInt(List::size).sum();
        if (there.size() >= MOST_SHEETS || all >= Papers.MOST) {
            throw ProblemException.of(ProblemKind.MATERIAL_SHEETS);
        }
        drafts.attach(draft, code, papers.keep(draft.person(), bytes).id(), clock.now());
    }

    /** The files of a paper, as they came. One that was left too long may have been deleted. */
    public List<StoredMaterial> of(Draft draft, String code) {
        return draft.materials().getOrDefault(code, List.of()).stream()
                .flatMap(id -> papers.find(draft.person(), id).stream())
                .toList();
    }

    public boolean holds(Draft draft, String code) {
        return !of(draft, code).isEmpty();
    }

    /** What the item asks for and is not there. */
    public List<MaterialSpec> missing(Draft draft, ServiceDefinition service) {
        return service.materials().stream()
                .filter(spec -> spec.required() && !holds(draft, spec.code()))
                .toList();
    }

    /** All that is there, to be filed. */
    public List<Filing.Paper> all(Draft draft) {
        return new TreeMap<>(draft.materials())
                .keySet().stream()
                        .flatMap(
                                code ->
                                        of(draft, code).stream()
                                                .map(it -> new Filing.Paper(code, it.id())))
                        .toList();
    }

    /** A file of a paper, for whoever fills in the draft, which the caller has checked. */
    public ResponseEntity<byte[]> show(Draft draft, String code, String id) {
        boolean there = draft.materials().getOrDefault(code, List.of()).contains(id);
        return reading.ofPerson(draft.person(), there ? id : "");
    }
}
