package org.banshi.web.officer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.banshi.app.access.Looked;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.StoredMaterial;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.KnownCitizens;
import org.banshi.app.staff.KnownCitizens.Known;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.DraftPapers;
import org.banshi.web.write.Filing;
import org.banshi.web.write.FirstAnswers;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The window (窗口代录): an officer fills in a form for a person who stands before the counter. The
 * draft is the officer's, beside one that the person may have begun; the papers are the person's.
 */
@Component
class WindowDesk {

    /** The body whose service centres have windows for all matters (镇街公共服务中心). */
    private static final String COUNTER = "town";

    /** A draft at the window, with whom and what it is for. */
    record Intake(Draft draft, Known citizen, ServiceDefinition service) {}

    /**
     * What the person takes home.
     *
     * @param name of the applicant
     * @param number of the case
     */
    record Slip(String name, Text service, String number, String queryCode) {}

    /** As it is remembered that a draft was filed. */
    private static final String FILED = "window";

    private final Drafts drafts;
    private final KnownCitizens citizens;
    private final Filing filing;
    private final DraftPapers papers;
    private final RequestKeys keys;
    private final FirstAnswers answers;
    private final BusinessClock clock;

    WindowDesk(
            Drafts drafts,
            KnownCitizens citizens,
            Filing filing,
            DraftPapers papers,
            RequestKeys keys,
            FirstAnswers answers,
            BusinessClock clock) {
        this.drafts = drafts;
        this.citizens = citizens;
        this.filing = filing;
        this.papers = papers;
        this.keys = keys;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The officer, who must work at a window, or whoever does so for the committee of a village.
     *
     * @throws ProblemException for everybody else
     */
    static SignedIn officer(@Nullable SignedIn caller) {
        SignedIn who = Access.require(caller, Role.OFFICER, Role.COMMITTEE);
        if (!who.scope().has(Role.COMMITTEE) && !COUNTER.equals(who.scope().body())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return who;
    }

    /** What the officer has begun and not filed, newest first. */
    List<Intake> begun(SignedIn who) {
        return drafts.taken(who.account()).stream()
                .flatMap(draft -> intake(draft).stream())
                .toList();
    }

    /**
     * Begins, or goes on with what was begun for the same person and item; empty where nobody of
     * that number is registered.
     *
     * @throws ProblemException when the item is not offered there, or the region is none of the
     *     officer's
     */
    Optional<Draft> begin(SignedIn who, String identityNumber, String service, String region) {
        ServiceDefinition definition = filing.service(service);
        RegionCode place = filing.region(definition, region);
        RegionCode own = who.scope().region();
        if (own == null || !own.covers(place)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return citizens.byNumber(identityNumber)
                .map(
                        known ->
                                drafts.open(
                                        known.person(),
                                        definition.version(),
                                        region,
                                        clock.now(),
                                        who.account()));
    }

    /**
     * The officer's own, by its id.
     *
     * @throws ProblemException when there is none
     */
    Intake intake(SignedIn who, String id) {
        return drafts.taken(who.account()).stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst()
                .flatMap(this::intake)
                .orElseThrow(() -> ProblemException.of(ProblemKind.DRAFT_GONE));
    }

    private Optional<Intake> intake(Draft draft) {
        Looked.atPerson(draft.person().value());
        return citizens.of(draft.person())
                .map(known -> new Intake(draft, known, filing.service(draft.service().service())));
    }

    boolean fill(Intake intake, int revision, FormData filled) {
        return drafts.fill(intake.draft(), revision, filled, clock.now());
    }

    List<FieldError> errors(Intake intake, FormData filled) {
        return intake.service().form().validate(filled, clock.today());
    }

    /**
     * Keeps a scanned paper.
     *
     * @throws ProblemException when the item asks for none such, or the file is refused
     */
    void attach(Intake intake, String code, byte[] bytes) {
        if (intake.service().materials().stream().noneMatch(it -> it.code().equals(code))) {
            throw ProblemException.of(ProblemKind.UNKNOWN_MATERIAL);
        }
        papers.add(intake.draft(), code, bytes);
    }

    void detach(Intake intake, String code, String sheet) {
        drafts.detach(intake.draft(), code, sheet);
    }

    void drop(Intake intake) {
        drafts.delete(intake.draft());
    }

    /** A paper that is there, in one file or several. */
    record Held(MaterialSpec spec, List<StoredMaterial> sheets) {}

    /**
     * How far the papers have come.
     *
     * @param held those that are there
     * @param missing what the item asks for and is not there
     */
    record Scans(List<Held> held, List<MaterialSpec> missing) {}

    Scans scans(Intake intake) {
        DraftPapers.There there = papers.there(intake.draft());
        List<Held> held =
                intake.service().materials().stream()
                        .map(spec -> new Held(spec, there.of(spec.code())))
                        .filter(paper -> !paper.sheets().isEmpty())
                        .toList();
        return new Scans(held, there.missing(intake.service()));
    }

    /** A scan as it lies in the draft. */
    ResponseEntity<byte[]> scan(Intake intake, String code, String sheet) {
        return papers.show(intake.draft(), code, sheet);
    }

    /**
     * Files it: the applicant's case, taken by the officer over the window.
     *
     * @param danger what the applicant said of somebody near who harms or threatens them: then the
     *     case is kept from others from its first moment; empty where nobody asked for that
     */
    Filing.Receipt file(SignedIn who, Intake intake, String danger) {
        Draft draft = intake.draft();
        Filing.Request request =
                new Filing.Request(
                        draft.service().service(),
                        draft.region(),
                        draft.form(),
                        papers.there(draft).all(),
                        Channel.WINDOW,
                        // At the window nobody can tell who else reads the phone.
                        danger.isEmpty() ? null : new AskedProtection(danger, false));
        // A second press of the button is the same request: the draft names it.
        Filing.Receipt receipt =
                filing.fileFor(
                        who,
                        intake.citizen(),
                        request,
                        keys.required(who, FILED, draft.id(), request));
        drafts.delete(draft);
        return receipt;
    }

    /**
     * What was filed of a draft, so that it can be printed again: to whoever filed it, on that day.
     */
    Optional<Slip> slip(SignedIn who, String id) {
        return answers.stream(who, FILED, id)
                .flatMap(stream -> filing.filed(stream, clock.today()))
                .filter(it -> it.details() != null)
                .map(
                        it -> {
                            Looked.atCase(it.number());
                            return new Slip(
                                    Objects.requireNonNull(it.details()).name(),
                                    filing.service(it.service().service()).name(),
                                    it.number(),
                                    it.queryCode());
                        });
    }
}
