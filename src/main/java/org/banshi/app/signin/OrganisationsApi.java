package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.Organising.Staffed;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clerks of organisations, for programs. Clerks choose for whom they act among their mandates. */
@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "Organisations")
class OrganisationsApi {

    private final Organising organising;
    private final Mandating mandating;
    private final Catalogue catalogue;
    private final Attempts attempts;

    OrganisationsApi(
            Organising organising, Mandating mandating, Catalogue catalogue, Attempts attempts) {
        this.organising = organising;
        this.mandating = mandating;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    /**
     * Somebody who acts for an organisation.
     *
     * @param services none for all
     */
    record Clerk(
            String id,
            String name,
            MandateBasis basis,
            List<String> services,
            List<MandateAct> acts,
            @Nullable LocalDate until) {}

    /** An organisation for which whoever asks speaks. */
    record Organisation(String id, String name, String code, List<Clerk> clerks) {

        private static Organisation of(Staffed staffed) {
            return new Organisation(
                    staffed.organisation().person().value(),
                    staffed.organisation().name(),
                    staffed.organisation().code(),
                    staffed.agents().stream()
                            .map(
                                    it ->
                                            new Clerk(
                                                    it.id().key(),
                                                    it.other(),
                                                    it.basis(),
                                                    it.terms().services(),
                                                    it.terms().acts(),
                                                    it.terms().until()))
                            .toList());
        }
    }

    /** All of whoever asks. */
    record OrganisationList(List<Organisation> organisations) {}

    /**
     * A clerk to be.
     *
     * @param all whether it is for every item
     */
    record NewClerk(
            @Nullable String name,
            @Nullable String identityNumber,
            boolean all,
            @Nullable List<String> services,
            @Nullable List<MandateAct> acts,
            @Nullable LocalDate until) {
        @Override
        public String toString() {
            return "NewClerk[...]";
        }
    }

    @GetMapping
    @Operation(
            summary = "List the organisations whose legal representative I am",
            description = "With everybody who acts for them.")
    OrganisationList list(@AuthenticationPrincipal SignedIn who) {
        PersonId person = MandatePages.citizen(who).actor().person();
        return new OrganisationList(
                person == null
                        ? List.of()
                        : organising.of(person).stream().map(Organisation::of).toList());
    }

    @PostMapping("/{id}/clerks")
    @Operation(
            summary = "Appoint a clerk",
            description =
                    "By the legal representative in person. The clerk is named by name and identity"
                            + " number; an appointment takes the place of the one before.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appoint(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewClerk body) {
        MandatePages.citizen(who);
        organising.appoint(
                who,
                id,
                key == null ? Mandating.newId() : Mandating.idOf(who, id + "/" + key),
                MandatePages.known(
                        mandating,
                        attempts,
                        who,
                        String.valueOf(body.name()),
                        String.valueOf(body.identityNumber())),
                MandateForm.terms(
                        MandateForm.ofOrganisations(catalogue),
                        body.all(),
                        body.services() == null ? List.of() : body.services(),
                        body.acts() == null ? List.of() : body.acts(),
                        body.until()));
    }

    @DeleteMapping("/{id}/clerks/{clerk}")
    @Operation(
            summary = "Dismiss a clerk",
            description = "Sessions that act under the appointment end at once.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            @PathVariable String clerk) {
        MandatePages.citizen(who);
        organising.dismiss(who, id, Mandating.id(clerk));
    }
}
