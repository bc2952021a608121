package org.banshi.web.officer;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.CertificateActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    private final Reads reads;
    private final CertificateActs acts;
    private final PersonalData personal;
    private final Regions regions;

    CertificateDesk(Reads reads, CertificateActs acts, PersonalData personal, Regions regions) {
        this.reads = reads;
        this.acts = acts;
        this.personal = personal;
        this.regions = regions;
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

    @PostMapping("/{certificate}")
    String act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestParam Act act,
            @RequestParam(required = false) @Nullable CancelReason reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate movedOn,
            @ModelAttribute("say") Words say,
            Model model) {
        RegionCode office = CertificateActs.officeOf(caller);
        try {
            Written written = done(caller, certificate, act, reason, movedOn);
            reads.afterIfPossible(written.position(), View.CERTIFICATES);
            return "redirect:/work/certificates/" + certificate + "?done=" + act;
        } catch (RefusedException refused) {
            model.addAttribute("wrong", say.of(refused.refusal().reason()));
            model.addAttribute("mend", say.of(refused.refusal().mend()));
            return page(office, certificate, model);
        }
    }

    private Written done(
            SignedIn who,
            String certificate,
            Act act,
            @Nullable CancelReason reason,
            @Nullable LocalDate movedOn) {
        return switch (act) {
            case CANCEL -> acts.cancel(who, certificate, given(reason), null);
            case MOVE_OUT -> acts.moveOut(who, certificate, given(movedOn), null);
            case MOVE_IN -> acts.moveIn(who, certificate, null);
            case DIED -> acts.checkDeath(who, certificate, true, null);
            case ALIVE -> acts.checkDeath(who, certificate, false, null);
        };
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw ProblemException.of(ProblemKind.INVALID_REQUEST);
        }
        return value;
    }

    private String page(RegionCode office, String certificate, Model model) {
        CertificateRecord found =
                CertificateActs.isId(certificate)
                        ? record(new CertificateId(certificate)).orElse(null)
                        : null;
        if (found == null) {
            throw ProblemException.of(ProblemKind.CERTIFICATE_NOT_FOUND);
        }
        RegionCode region = new RegionCode(found.region());
        model.addAttribute("id", certificate);
        model.addAttribute("found", found);
        model.addAttribute("number", masked(found.number()));
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("ours", office.covers(region));
        model.addAttribute("reasons", CancelReason.values());
        return PAGE;
    }

    private static @Nullable String masked(@Nullable String number) {
        return number == null ? null : Masks.identityNumber(number);
    }

    private Optional<CertificateRecord> record(CertificateId id) {
        return reads.one(new FindCertificateRecord(id), CertificateRecord.class);
    }
}
