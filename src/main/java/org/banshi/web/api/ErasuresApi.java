package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.process.policy.Residents;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.AccessLooks;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasures that somebody asked for on paper, or that the law asks for. */
@RestController
@RequestMapping("/api/v1/admin/erasures")
@Tag(name = "Operations")
class ErasuresApi {

    private final Erasures erasures;
    private final AccessLooks looks;
    private final Residents residents;
    private final Reads reads;

    ErasuresApi(Erasures erasures, AccessLooks looks, Residents residents, Reads reads) {
        this.erasures = erasures;
        this.looks = looks;
        this.residents = residents;
        this.reads = reads;
    }

    /** Whose data, and why. */
    record ErasureOrder(
            @Nullable String identityNumber,
            @Nullable @Schema(description = "REQUEST, PURPOSE_REACHED or UNLAWFUL.") String ground,
            @Nullable
                    @Schema(description = "Of the written request: capital letters, digits, . / -")
                    String reference) {

        /** An identity number is in it. */
        @Override
        public String toString() {
            return "ErasureOrder";
        }
    }

    @PostMapping
    @Operation(
            summary = "Erase a person",
            description =
                    "For operators, on a written request. Refused with the reason and the day on"
                            + " which it will be possible while a rule keeps anything.")
    ResponseEntity<Void> erase(
            @AuthenticationPrincipal @Nullable SignedIn caller, @RequestBody ErasureOrder body) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        ErasureGround ground = AccessApi.word(ErasureGround.class, body.ground(), "/ground");
        String reference = Body.text(body.reference(), "/reference", Body.SHORT_TEXT);
        PersonId person =
                residents
                        .find(Body.text(body.identityNumber(), "/identityNumber", Body.SHORT_TEXT))
                        .orElseThrow(() -> ProblemException.of(ProblemKind.RESIDENT_UNKNOWN));
        Body.required(ground, "/ground");
        looks.state(Kind.ADMINISTRATION, Ground.COMPLAINT, reference, person.value(), null);
        reads.after(
                reads.head(),
                View.PROGRESS,
                View.BENEFITS,
                View.CERTIFICATES,
                View.POINTS,
                View.DISPUTES);
        erasures.erase(who.actor(), person, Body.required(ground, "/ground"), reference.strip());
        return ResponseEntity.noContent().build();
    }
}
