package org.banshi.web.citizen;

import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.write.Access;
import org.banshi.web.write.CertificateActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own disability certificates and their wards': how they stand, and what comes next. */
@Controller
@RequestMapping("/certificates")
class CertificatePages {

    /** 到期换领: from about a month before the last day (domain rules §3.3). */
    private static final int RENEWABLE_DAYS = 30;

    /**
     * A certificate on the page.
     *
     * @param renewable whether its last day is so near that it can be renewed
     */
    record Shown(MyCertificate it, Text place, boolean renewable) {}

    private final Reads reads;
    private final CertificateActs acts;
    private final Regions regions;
    private final BusinessClock clock;

    CertificatePages(Reads reads, CertificateActs acts, Regions regions, BusinessClock clock) {
        this.reads = reads;
        this.acts = acts;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        return page(Access.citizen(caller), done, model);
    }

    @PostMapping("/{certificate}/loss")
    String lose(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestParam boolean lost,
            @ModelAttribute("say") Words say,
            Model model) {
        SignedIn who = Access.citizen(caller);
        try {
            Written written = acts.lost(who, certificate, lost, null);
            reads.afterIfPossible(written.position(), View.CERTIFICATES);
            return "redirect:/certificates?done=" + (lost ? "lost" : "found");
        } catch (RefusedException refused) {
            model.addAttribute("wrong", say.of(refused.refusal().reason()));
            return page(who, null, model);
        }
    }

    private String page(SignedIn who, @Nullable String done, Model model) {
        LocalDate today = clock.today();
        List<Shown> certificates =
                reads.list(new FindMyCertificates(who.scope(), today), MyCertificate.class).stream()
                        .map(it -> shown(it, today))
                        .toList();
        model.addAttribute("certificates", certificates);
        model.addAttribute("done", done);
        return "citizen/certificates";
    }

    private Shown shown(MyCertificate it, LocalDate today) {
        boolean near = !today.isBefore(it.validUntil().minusDays(RENEWABLE_DAYS));
        boolean renewable =
                it.status() == CertificateStatus.EXPIRED
                        || it.status() == CertificateStatus.VALID && near;
        return new Shown(it, regions.name(it.region()), renewable);
    }
}
