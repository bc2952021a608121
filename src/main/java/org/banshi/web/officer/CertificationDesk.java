package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.web.page.Words;
import org.banshi.web.write.BenefitActs;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
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
 * 资格认定 at the window or at home: an officer of a town finds what is to be certified by the number
 * on the identity card, which never stands in an address, and records whom they saw.
 */
@Controller
@RequestMapping("/work/certifications")
class CertificationDesk {

    private static final String PAGE = "officer/certification";

    private final BenefitActs acts;
    private final Reads reads;
    private final Commands commands;

    CertificationDesk(BenefitActs acts, Reads reads, Commands commands) {
        this.acts = acts;
        this.reads = reads;
        this.commands = commands;
    }

    @GetMapping
    String search(@AuthenticationPrincipal @Nullable SignedIn caller) {
        BenefitActs.certifier(caller);
        return PAGE;
    }

    @PostMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam String identityNumber,
            Model model) {
        SignedIn who = BenefitActs.certifier(caller);
        model.addAttribute("rows", acts.certifiableOf(who, identityNumber));
        return PAGE;
    }

    @GetMapping("/{benefit}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestParam(required = false) boolean done,
            Model model) {
        model.addAttribute("done", done);
        return page(BenefitActs.certifier(caller), benefit, model);
    }

    @PostMapping("/{benefit}")
    String certify(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String benefit,
            @RequestParam CertificationWay way,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate seenOn,
            @RequestParam String proof,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response) {
        SignedIn who = BenefitActs.certifier(caller);
        model.addAttribute("typed", Map.of("way", way.name(), "seenOn", seenOn, "proof", proof));
        if (proof.length() > BenefitActs.LONGEST_PROOF) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("tooLong", BenefitActs.LONGEST_PROOF);
            return page(who, benefit, model);
        }
        try {
            Written written = acts.attest(who, benefit, way, seenOn, proof, null);
            reads.afterIfPossible(written.position(), View.BENEFITS);
            return "redirect:/work/certifications/" + benefit + "?done=true";
        } catch (RefusedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", say.of(refused.refusal().reason()));
            model.addAttribute("mend", say.of(refused.refusal().mend()));
            return page(who, benefit, model);
        }
    }

    private String page(SignedIn who, String benefit, Model model) {
        model.addAttribute("found", acts.certifiable(who, benefit));
        model.addAttribute("today", commands.today());
        return PAGE;
    }
}
