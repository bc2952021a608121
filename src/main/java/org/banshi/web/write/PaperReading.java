package org.banshi.web.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.material.PaperPictures;
import org.banshi.app.material.StoredMaterial;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.banshi.query.contract.dispute.FindDispute;
import org.banshi.query.contract.dispute.FindDocket;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands papers out: to whom they belong, and to officers who may see their case. */
@Component
public class PaperReading {

    private static final String PDF = "application/pdf";

    /** Pictures that every browser shows. */
    static final Set<String> SHOWN = Set.of("image/jpeg", "image/png");

    private static final Text POSTED = Text.of("公示张贴照片", "Photograph of the posted notice");

    private final MaterialStore store;
    private final Reads reads;
    private final Catalogue catalogue;
    private final PaperPictures pictures;

    public PaperReading(
            MaterialStore store, Reads reads, Catalogue catalogue, PaperPictures pictures) {
        this.pictures = pictures;
        this.store = store;
        this.reads = reads;
        this.catalogue = catalogue;
    }

    /** A paper of the caller's own. */
    public ResponseEntity<byte[]> own(SignedIn who, String id) {
        return answer(store.find(id).filter(found -> found.person().equals(who.scope().person())));
    }

    /**
     * A paper of somebody whose application the caller takes down, which the caller has checked.
     */
    public ResponseEntity<byte[]> ofPerson(PersonId person, String id) {
        return answer(store.find(id).filter(found -> found.person().equals(person)));
    }

    /** A paper of a case that the caller may see. */
    public ResponseEntity<byte[]> ofCase(SignedIn who, String number, String id) {
        boolean inCase =
                reads.one(new FindCaseFile(number, who.scope()), CaseFile.class).stream()
                        .flatMap(file -> file.materials().stream())
                        .anyMatch(material -> material.id().equals(id));
        return answer(inCase ? store.find(id) : Optional.empty());
    }

    /**
     * A paper of a case as an officer leafs through it.
     *
     * @param leaves how many pages there are to see; 0 where it is opened as it is
     */
    public record Leaves(CasePaper paper, int leaves) {}

    /**
     * What there is to see of a paper of a case.
     *
     * @throws ProblemException when there is none such that the caller may see
     */
    public Leaves leaves(SignedIn who, String number, String id) {
        CasePaper paper = paper(who, number, id);
        if (SHOWN.contains(paper.type())) {
            return new Leaves(paper, 1);
        }
        return new Leaves(
                paper, paper.type().equals(PDF) ? pictures.count(bytes(id)).orElse(0) : 0);
    }

    /**
     * A page of a PDF of a case as a picture.
     *
     * @param page from 1
     */
    public ResponseEntity<byte[]> leaf(SignedIn who, String number, String id, int page) {
        if (!paper(who, number, id).type().equals(PDF)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        byte[] picture =
                pictures.page(bytes(id), page)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    private CasePaper paper(SignedIn who, String number, String id) {
        return list(who, number).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private byte[] bytes(String id) {
        return store.find(id)
                .flatMap(store::read)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    /** A paper of evidence that the caller filed in a dispute, or that was served on the caller. */
    public ResponseEntity<byte[]> ofParty(SignedIn who, String number, String id) {
        return ofEvidence(
                reads.one(new FindDispute(number, who.scope()), Dispute.class).stream()
                        .flatMap(dispute -> dispute.evidence().stream()),
                id);
    }

    /** A paper of evidence in a dispute before the caller's committee. */
    public ResponseEntity<byte[]> ofDocket(SignedIn who, String number, String id) {
        return ofEvidence(
                reads.one(new FindDocket(number, who.scope()), Docket.class).stream()
                        .flatMap(docket -> docket.evidence().stream()),
                id);
    }

    private ResponseEntity<byte[]> ofEvidence(Stream<Dispute.Exhibit> evidence, String id) {
        boolean there =
                evidence.flatMap(exhibit -> exhibit.papers().stream())
                        .anyMatch(paper -> paper.id().equals(id));
        return answer(there ? store.find(id) : Optional.empty());
    }

    /**
     * The papers of a case that the caller may see, newest last.
     *
     * @throws ProblemException when there is no such case
     */
    public List<CasePaper> list(SignedIn who, String number) {
        CaseFile file =
                reads.one(new FindCaseFile(number, who.scope()), CaseFile.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return list(file);
    }

    /** The papers of a case. */
    public List<CasePaper> list(CaseFile file) {
        List<MaterialSpec> specs =
                catalogue
                        .find(new ServiceVersion(file.service(), file.serviceVersion()))
                        .map(ServiceDefinition::materials)
                        .orElse(List.of());
        Map<String, Integer> seen = new HashMap<>();
        return file.materials().stream()
                .map(
                        paper -> {
                            int nth = seen.merge(paper.code(), 1, Integer::sum);
                            return named(paper, specs, several(file, paper.code()) ? nth : 0);
                        })
                .toList();
    }

    private static boolean several(CaseFile file, String code) {
        return file.materials().stream().filter(it -> it.code().equals(code)).count() > 1;
    }

    /**
     * @param nth which of the files of this paper it is; 0 where it is the only one
     */
    private static CasePaper named(Material paper, List<MaterialSpec> specs, int nth) {
        Text name =
                paper.code().equals(CasePaper.POSTING)
                        ? POSTED
                        : specs.stream()
                                .filter(spec -> spec.code().equals(paper.code()))
                                .map(MaterialSpec::name)
                                .findFirst()
                                .orElse(Text.of(paper.code(), paper.code()));
        Text numbered =
                nth == 0
                        ? name
                        : Text.of(name.zh() + "（" + nth + "）", name.en() + " (" + nth + ")");
        return new CasePaper(paper.id(), paper.code(), numbered, paper.mediaType(), paper.size());
    }

    private ResponseEntity<byte[]> answer(Optional<StoredMaterial> material) {
        StoredMaterial found =
                material.orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        byte[] bytes =
                store.read(found).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName(found)).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                // A paper is shown, never run: not even a script inside a PDF.
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(bytes);
    }

    private static String fileName(StoredMaterial material) {
        String type = material.mediaType();
        return material.id().substring(0, 8) + "." + type.substring(type.indexOf('/') + 1);
    }
}
