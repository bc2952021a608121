package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.MandateRows.Row;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Acting for another, for programs. */
@RestController
@RequestMapping("/api/v1/mandates")
@Tag(name = "Mandates")
class MandatesApi {

    private static final String KEY = "Idempotency-Key";

    private final Mandating mandating;
    private final Sessions sessions;
    private final Catalogue catalogue;
    private final Attempts attempts;

    MandatesApi(Mandating mandating, Sessions sessions, Catalogue catalogue, Attempts attempts) {
        this.mandating = mandating;
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    /**
     * A mandate, given or held.
     *
     * @param services none for all
     */
    record Mandate(
            String id,
            boolean given,
            String other,
            MandateBasis basis,
            List<String> services,
            List<MandateAct> acts,
            @Nullable LocalDate until,
            MandateRows.Stage stage,
            boolean inForce) {

        private static Mandate of(Row row) {
            return new Mandate(
                    row.id().key(),
                    row.given(),
                    row.other(),
                    row.basis(),
                    row.terms().services(),
                    row.terms().acts(),
                    row.terms().until(),
                    row.stage(),
                    row.inForce());
        }
    }

    /** All mandates of whoever asks. */
    record MandateList(List<Mandate> mandates) {}

    /**
     * A mandate to be.
     *
     * @param give true by the grantor; false where the agent asks for it
     * @param all whether it is for every item
     */
    record NewMandate(
            boolean give,
            @Nullable String name,
            @Nullable String identityNumber,
            boolean all,
            @Nullable List<String> services,
            @Nullable List<MandateAct> acts,
            @Nullable LocalDate until) {
        @Override
        public String toString() {
            return "NewMandate[...]";
        }
    }

    /** The mandate's id. */
    record Made(String id) {}

    /** Whether the grantor agrees. */
    record Reply(boolean agreed) {}

    @GetMapping
    @Operation(summary = "List the mandates that I gave or hold")
    MandateList list(@AuthenticationPrincipal SignedIn who) {
        PersonId person = MandatePages.citizen(who).actor().person();
        return new MandateList(
                person == null
                        ? List.of()
                        : mandating.of(person).stream().map(Mandate::of).toList());
    }

    @PostMapping
    @Operation(
            summary = "Give a mandate, or ask for one",
            description = "The other one is named by name and identity number; both must agree.")
    @ResponseStatus(HttpStatus.CREATED)
    Made propose(
            @AuthenticationPrincipal SignedIn who,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewMandate body) {
        MandatePages.citizen(who);
        MandateTerms terms =
                MandateForm.terms(
                        MandateForm.services(catalogue),
                        body.all(),
                        body.services() == null ? List.of() : body.services(),
                        body.acts() == null ? List.of() : body.acts(),
                        body.until());
        MandateId id = key == null ? Mandating.newId() : Mandating.idOf(who, key);
        MandatePages.propose(
                mandating,
                attempts,
                who,
                id,
                new MandatePages.Other(
                        body.give(),
                        String.valueOf(body.name()),
                        String.valueOf(body.identityNumber())),
                terms);
        return new Made(id.key());
    }

    @PostMapping("/{id}/answer")
    @Operation(summary = "Answer an agent who asks", description = "By the grantor alone.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Reply body) {
        mandating.answer(MandatePages.citizen(who), Mandating.id(id), body.agreed(), key != null);
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "End a mandate",
            description = "By grantor or agent. Sessions that act under it end at once.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn who, @PathVariable String id) {
        mandating.end(MandatePages.citizen(who), Mandating.id(id));
    }

    @PutMapping("/{id}/choice")
    @Operation(
            summary = "Act under a mandate",
            description = "From now on this session acts for the grantor.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            HttpServletRequest request) {
        MandateId held = mandating.held(MandatePages.citizen(who), Mandating.id(id)).id();
        sessions.actUnder(String.valueOf(SessionFilter.token(request)), held.value());
    }

    @DeleteMapping("/choice")
    @Operation(summary = "Act for oneself again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void oneself(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        MandatePages.citizen(who);
        sessions.actUnder(String.valueOf(SessionFilter.token(request)), null);
    }
}
