package org.banshi.web.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        There there = there(draft);
        List<StoredMaterial> sheets = there.of(code);
        String sha256 = MaterialStore.sha256(bytes);
        if (sheets.stream().anyMatch(it -> it.sha256().equals(sha256))) {
            return;
        }
        // One that is gone is shown nowhere, so that nobody could take it out to make room.
        if (sheets.size() >= MOST_SHEETS || there.all().size() >= Papers.MOST) {
            throw ProblemException.of(ProblemKind.MATERIAL_SHEETS);
        }
        drafts.attach(draft, code, papers.keep(draft.person(), bytes).id(), clock.now());
    }

    /**
     * What is there of a draft's papers. A file that was left too long may have been deleted.
     *
     * @param sheets the files of each paper as they came, by the paper's code in the item
     */
    public record There(Map<String, List<StoredMaterial>> sheets) {

        /** The files of a paper, as they came. */
        public List<StoredMaterial> of(String code) {
            return sheets.getOrDefault(code, List.of());
        }

        /** What the item asks for and is not there. */
        public List<MaterialSpec> missing(ServiceDefinition service) {
            return service.materials().stream()
                    .filter(spec -> spec.required() && of(spec.code()).isEmpty())
                    .toList();
        }

        /** All that is there, to be filed. */
        public List<Filing.Paper> all() {
            return new TreeMap<>(sheets)
                    .entrySet().stream()
                            .flatMap(
                                    paper ->
                                            paper.getValue().stream()
                                                    .map(
                                                            it ->
                                                                    new Filing.Paper(
                                                                            paper.getKey(),
                                                                            it.id())))
                            .toList();
        }
    }

    /** What is there, asked for in one question: a page that shows more of it asks once. */
    public There there(Draft draft) {
        Map<String, StoredMaterial> found =
                papers.find(
                        draft.person(),
                        draft.materials().values().stream().flatMap(List::stream).toList());
        return new There(
                draft.materials().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        paper ->
                                                paper.getValue().stream()
                                                        .map(found::get)
                                                        .filter(Objects::nonNull)
                                                        .toList())));
    }

    /** A file of a paper, for whoever fills in the draft, which the caller has checked. */
    public ResponseEntity<byte[]> show(Draft draft, String code, String id) {
        boolean there = draft.materials().getOrDefault(code, List.of()).contains(id);
        return reading.ofPerson(draft.person(), there ? id : "");
    }
}
