package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.banshi.app.access.Looked;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.KnownCitizens;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.CertificateActs;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The issuing body's desk for disability certificates: it finds one by its holder's number, which
 * never stands in an address, and cancels it, takes note of a move, takes it over, or tells what
 * the check of a matched death found.
 */
@Controller
@RequestMapping("/work/certificates")
class CertificateDesk {

    private static final String PAGE = "officer/certificate";

    /** What an officer does. */
    enum Act {
        CANCEL,
        MOVE_OUT,
        MOVE_IN,
        DIED,
        ALIVE
    }

    /** An act with what it needs. */
    private record Asked(Act act, @Nullable CancelReason reason, @Nullable LocalDate movedOn) {

        boolean isIncomplete() {
            return act == Act.CANCEL && reason == null || act == Act.MOVE_OUT && movedOn == null;
        }

        Confirmation laidInto(Confirmation sure, Words say) {
            return switch (act) {
                case CANCEL -> sure.chosen("certificates.reason", "certificates.reason." + reason);
                case MOVE_OUT -> sure.about("certificates.movedOn", say.date(movedOn));
                case MOVE_IN, DIED, ALIVE -> sure;
            };
        }

        <T> T given(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("incomplete: " + act);
            }
            return value;
        }
    }

    private final Reads reads;
    private final CertificateActs acts;
    private final PersonalData personal;
    private final Regions regions;
    private final KnownCitizens citizens;
    private final RequestKeys keys;
    private final Failures failures;
    private final Commands commands;

    CertificateDesk(
            Reads reads,
            CertificateActs acts,
            PersonalData personal,
            Regions regions,
            KnownCitizens citizens,
            RequestKeys keys,
            Failures failures,
            Commands commands) {
        this.reads = reads;
        this.acts = acts;
        this.personal = personal;
        this.regions = regions;
        this.citizens = citizens;
        this.keys = keys;
        this.failures = failures;
        this.commands = commands;
    }

    @GetMapping
    String search(@AuthenticationPrincipal @Nullable SignedIn caller) {
        CertificateActs.officeOf(caller);
        return PAGE;
    }

    @PostMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam String identityNumber,
            Model model) {
        CertificateActs.officeOf(caller);
        CertificateId id =
                CertificateId.of(NumberHash.of(personal, CertificateId.HOLDER, identityNumber));
        if (record(id).isEmpty()) {
            model.addAttribute("unknown", true);
            return PAGE;
        }
        return "redirect:/work/certificates/" + id.value();
    }

    @GetMapping("/{certificate}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestParam(required = false) @Nullable Act done,
            Model model) {
        model.addAttribute("done", done);
        return page(CertificateActs.officeOf(caller), certificate, model);
    }

    /**
     * Only that a match was false is recorded at once. All else ends, freezes or moves the
     * certificate, and asks first, with whose it is.
     */
    @PostMapping("/{certificate}")
    String act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestParam Act act,
            @RequestParam(required = false) @Nullable CancelReason reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate movedOn,
            @RequestParam(required = false) @Nullable String key,
            @ModelAttribute("say") Words say,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        RegionCode office = CertificateActs.officeOf(caller);
        CertificateRecord found = found(certificate);
        Asked asked = new Asked(act, reason, movedOn);
        if (asked.isIncomplete()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("missing", act);
            return page(office, certificate, model);
        }
        if (act != Act.ALIVE && !Confirmation.given(request)) {
            Confirmation sure =
                    Confirmation.of(
                                    "certificates.act." + act,
                                    request,
                                    "/work/certificates/" + certificate)
                            .about("certificates.holder", holder(found))
                            .about("certificates.number", masked(found.number()))
                            .about("certificates.place", say.of(regions.name(found.region())));
            return asked.laidInto(sure, say).page(model);
        }
        try {
            Written written = carryOut(caller, certificate, asked, key);
            reads.afterIfPossible(written.position(), View.CERTIFICATES);
            return "redirect:/work/certificates/" + certificate + "?done=" + act;
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return page(office, certificate, model);
        }
    }

    private Written carryOut(SignedIn who, String certificate, Asked asked, @Nullable String key) {
        RequestKey once = keys.optional(who, "certificate " + certificate, key, asked.toString());
        return switch (asked.act()) {
            case CANCEL -> acts.cancel(who, certificate, asked.given(asked.reason()), once);
            case MOVE_OUT -> acts.moveOut(who, certificate, asked.given(asked.movedOn()), once);
            case MOVE_IN -> acts.moveIn(who, certificate, once);
            case DIED -> acts.checkDeath(who, certificate, true, once);
            case ALIVE -> acts.checkDeath(who, certificate, false, once);
        };
    }

    private String page(RegionCode office, String certificate, Model model) {
        CertificateRecord found = found(certificate);
        RegionCode region = new RegionCode(found.region());
        model.addAttribute("id", certificate);
        model.addAttribute("found", found);
        model.addAttribute("holder", holder(found));
        model.addAttribute("number", masked(found.number()));
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("ours", office.covers(region));
        model.addAttribute("reasons", CancelReason.values());
        model.addAttribute("today", commands.today());
        return PAGE;
    }

    private CertificateRecord found(String certificate) {
        return Optional.of(certificate)
                .filter(CertificateActs::isId)
                .flatMap(id -> record(new CertificateId(id)))
                .orElseThrow(() -> ProblemException.of(ProblemKind.CERTIFICATE_NOT_FOUND));
    }

    /** Null where nobody has registered under this person, as a ward may not have. */
    private @Nullable String holder(CertificateRecord found) {
        Looked.atPerson(found.holder().value());
        return citizens.of(found.holder())
                .map(known -> Masks.name(known.details().name()))
                .orElse(null);
    }

    private static @Nullable String masked(@Nullable String number) {
        return number == null ? null : Masks.identityNumber(number);
    }

    private Optional<CertificateRecord> record(CertificateId id) {
        return reads.one(new FindCertificateRecord(id), CertificateRecord.class);
    }
}
