package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.Certifiable;
import org.banshi.query.contract.benefit.FindBenefitsOfCase;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.web.write.Access;
import org.banshi.web.write.BenefitActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is paid to a person, month by month. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Benefits", description = "What is paid to a person, month by month.")
class BenefitsApi {

    /** What changed. */
    record Report(@Nullable String change) {}

    /** Whose. */
    record Whose(@Nullable String identityNumber) {
        /** Personal by nature: never prints the number. */
        @Override
        public String toString() {
            return "Whose[]";
        }
    }

    /** Where the person was seen, when, and what proves it. */
    record Attestation(
            @Nullable CertificationWay way, @Nullable LocalDate seenOn, @Nullable String proof) {}

    /** Of which case, which fine by its amount, when it was paid, and the treasury's receipt. */
    record FinePayment(
            @Nullable String number,
            @Nullable BigDecimal fine,
            @Nullable LocalDate paidOn,
            @Nullable String receipt) {}

    private final Reads reads;
    private final BenefitActs acts;
    private final RequestKeys keys;

    BenefitsApi(Reads reads, BenefitActs acts, RequestKeys keys) {
        this.reads = reads;
        this.acts = acts;
        this.keys = keys;
    }

    @GetMapping("/benefits")
    @Operation(
            summary = "List your benefits",
            description = "The newest first, with what is payable by month.")
    List<BenefitView> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.afterPolicies(after, View.BENEFITS);
        return reads.list(new FindMyBenefits(who.scope()), BenefitView.class);
    }

    @GetMapping("/applications/{number}/benefits")
    @Operation(
            summary = "List what a case led to",
            description = "For the applicant, and for offices that handle the case.")
    List<BenefitView> ofCase(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        reads.afterPolicies(after, View.BENEFITS);
        return reads.list(new FindBenefitsOfCase(number, who.scope()), BenefitView.class);
    }

    @PostMapping("/benefits/{benefit}/certifications")
    @Operation(
            summary = "Be certified for another year",
            description =
                    "资格认定: while the yearly window is open, of yourself or of somebody for whom you are"
                            + " guardian.")
    WriteAnswer certify(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.citizen(caller);
        return WriteAnswer.of(
                benefit,
                acts.certify(who, benefit, keys.optional(who, "certify " + benefit, key, benefit)));
    }

    @PostMapping("/benefits/previews")
    @Operation(
            summary = "Find what somebody is to be certified for",
            description =
                    "For officers of a town, by the number on the identity card of whoever is before"
                            + " them; anywhere in the province.")
    ResponseEntity<List<Certifiable>> search(
            @AuthenticationPrincipal @Nullable SignedIn caller, @RequestBody Whose body) {
        SignedIn who = BenefitActs.certifier(caller);
        String number = Body.text(body.identityNumber(), "/identityNumber", Body.SHORT_TEXT);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(acts.certifiableOf(who, number));
    }

    @PostMapping("/benefits/{benefit}/attestations")
    @Operation(
            summary = "Certify somebody whom you saw",
            description =
                    "For officers of a town: at the window (WINDOW) or at the person's home"
                            + " (HOME_VISIT), while the yearly window is open.")
    WriteAnswer attest(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Attestation body) {
        SignedIn who = BenefitActs.certifier(caller);
        return WriteAnswer.of(
                benefit,
                acts.attest(
                        who,
                        benefit,
                        Body.required(body.way(), "/way"),
                        Body.required(body.seenOn(), "/seenOn"),
                        Body.text(body.proof(), "/proof", BenefitActs.LONGEST_PROOF),
                        keys.optional(who, "attest " + benefit, key, body)));
    }

    @PostMapping("/benefits/{benefit}/fine-payments")
    @Operation(
            summary = "Write down that a fine was paid",
            description =
                    "For officers of an office that has the case, by its number, that led to the"
                            + " benefit: the whole of a fine, named by its amount.")
    WriteAnswer collectFine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody FinePayment body) {
        SignedIn who = Access.require(caller, Scope.Role.OFFICER);
        return WriteAnswer.of(
                benefit,
                acts.collectFine(
                        who,
                        Body.text(body.number(), "/number", Body.SHORT_TEXT),
                        benefit,
                        Body.required(body.fine(), "/fine"),
                        Body.required(body.paidOn(), "/paidOn"),
                        Body.text(body.receipt(), "/receipt", Body.SHORT_TEXT),
                        keys.optional(who, "fine " + benefit, key, body)));
    }

    @PostMapping("/benefits/{benefit}/reports")
    @Operation(
            summary = "Report a change",
            description =
                    "Of members, income or assets (报告变化). The office verifies the benefit in a case"
                            + " of its own, which appears among your cases.")
    WriteAnswer report(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Report body) {
        SignedIn who = Access.citizen(caller);
        return WriteAnswer.of(
                benefit,
                acts.report(
                        who,
                        benefit,
                        Body.text(body.change(), "/change", Body.LONG_TEXT),
                        keys.optional(who, "report " + benefit, key, body)));
    }
}
