package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.banshi.app.signin.SignInRefusedException;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.web.letter.Letters;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.BesideForm;
import org.banshi.web.write.DisputeActs;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Papers;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A party's disputes: opening one with the code on the papers, reading it, answering. */
@Controller
@RequestMapping("/disputes")
class DisputePages {

    private static final int LONGEST = 5_000;

    private final DisputeActs acts;
    private final Reads reads;
    private final RequestKeys keys;
    private final Failures failures;
    private final Letters letters;
    private final Papers papers;
    private final PaperReading reading;

    DisputePages(
            DisputeActs acts,
            Reads reads,
            RequestKeys keys,
            Failures failures,
            Letters letters,
            Papers papers,
            PaperReading reading) {
        this.papers = papers;
        this.reading = reading;
        this.letters = letters;
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
        this.failures = failures;
    }

    @GetMapping
    String mine(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        model.addAttribute("seats", acts.seats(Access.citizen(caller)));
        return "citizen/disputes";
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        String typed = number.strip();
        try {
            Written written =
                    acts.beside(
                            who,
                            typed,
                            "arbitration.access",
                            "",
                            new FormData(Map.of("party", party.strip(), "code", code.strip())),
                            null);
            reads.afterIfPossible(written.position(), View.DISPUTES);
            return "redirect:/disputes/" + typed;
        } catch (RuntimeException refused) {
            problem(refused, model, response);
            model.addAttribute("number", typed);
            model.addAttribute("party", party);
            return mine(who, model);
        }
    }

    @GetMapping("/{number}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        SignedIn who = Access.citizen(caller);
        return page(who, acts.dispute(who, number), model);
    }

    @PostMapping("/{number}/answer")
    String answer(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Dispute dispute = acts.dispute(who, number);
        String words = answer.strip();
        model.addAttribute("answer", words);
        if (words.isEmpty() || words.length() > LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", words.isEmpty() ? "dispute.empty" : "dispute.long");
            return page(who, dispute, model);
        }
        try {
            // The same words again are a second press of the button.
            String again =
                    UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
            acts.beside(
                    who,
                    number,
                    "arbitration.answer",
                    "",
                    new FormData(Map.of("party", dispute.party(), "answer", words)),
                    keys.required(who, "answer " + number, again, words));
            return "redirect:/disputes/" + number + "?done=answered";
        } catch (RuntimeException refused) {
            problem(refused, model, response);
            return page(who, dispute, model);
        }
    }

    /** What a party asks for beside the answer. */
    @PostMapping("/{number}/{what:claim|claim-withdrawal|recusal|adjournment|advance}")
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String what,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Dispute dispute = acts.dispute(who, number);
        String act = "arbitration." + (what.equals("adjournment") ? "adjournment-request" : what);
        Map<String, String> own = new HashMap<>(typed);
        own.put("party", dispute.party());
        try {
            FormData data = BesideForm.of(act, own);
            acts.beside(
                    who,
                    number,
                    act,
                    "",
                    data,
                    keys.optional(who, what + " " + number, typed.get("key"), data));
            return "redirect:/disputes/" + number + "?done=" + what;
        } catch (RuntimeException refused) {
            problem(refused, model, response);
            model.addAttribute("asked", what);
            model.addAttribute("typed", typed);
            return page(who, dispute, model);
        }
    }

    /** One paper at a time, with what it is to prove. */
    @PostMapping("/{number}/evidence")
    String evidence(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String proves,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.citizen(caller);
        Dispute dispute = acts.dispute(who, number);
        String words = proves.strip();
        try {
            if (words.isEmpty() || words.length() > LONGEST) {
                throw ProblemException.of(
                        ProblemKind.INVALID_REQUEST,
                        "/data/proves",
                        "required",
                        Text.of("请写明要证明的事实。", "Write what it is to prove."));
            }
            byte[] bytes = file == null ? new byte[0] : file.getBytes();
            String paper = papers.keep(DraftPerson.of(who), bytes).id();
            RequestKey once = keys.optional(who, "evidence " + number, key, words);
            acts.fileEvidence(who, number, List.of(paper), words, once);
            return "redirect:/disputes/" + number + "?done=evidence";
        } catch (RuntimeException refused) {
            problem(refused, model, response);
            model.addAttribute("asked", "evidence");
            model.addAttribute("typed", Map.of("proves", words));
            return page(who, dispute, model);
        }
    }

    @GetMapping("/{number}/evidence/{paper}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String paper) {
        return reading.ofParty(Access.citizen(caller), number, paper);
    }

    /** What the rules would take now; they have the last word when it is sent. */
    private void offer(Dispute dispute, Model model) {
        boolean heard = dispute.hearings().stream().anyMatch(it -> it.state().equals("held"));
        boolean goesOn = !dispute.over() && !heard;
        model.addAttribute(
                "canClaim",
                goesOn
                        && (dispute.side() == Side.CLAIMANT
                                || dispute.side() == Side.RESPONDENT
                                        && dispute.answerBy() != null));
        model.addAttribute("canProve", goesOn);
        model.addAttribute("canRecuse", goesOn && !dispute.panel().isEmpty());
        model.addAttribute(
                "canAdjourn",
                goesOn && dispute.hearings().stream().anyMatch(it -> it.state().equals("set")));
        model.addAttribute("advanceable", advanceable(dispute));
        model.addAttribute("withdrawable", withdrawable(dispute));
        model.addAttribute("kinds", ClaimKind.values());
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    /** The worker's own claims that may be paid before the award; a group's by what they share. */
    private static Map<String, ClaimKind> advanceable(Dispute dispute) {
        Map<String, ClaimKind> claims = new LinkedHashMap<>();
        boolean worker =
                dispute.parties().stream()
                        .anyMatch(
                                it -> it.key().equals(dispute.party()) && it.role() == Role.WORKER);
        if (worker && !dispute.over()) {
            dispute.claims().stream()
                    .filter(it -> it.party().equals(dispute.party()))
                    .filter(it -> it.standing().equals("joined") && it.kind().isMoney())
                    .filter(it -> !asksFor(dispute, it.key()))
                    .forEach(it -> claims.put(it.key().split("-")[0], it.kind()));
        }
        return claims;
    }

    /** The party's own claims on which nothing is decided; of a group its representatives' own. */
    private static Map<String, ClaimKind> withdrawable(Dispute dispute) {
        Map<String, ClaimKind> claims = new LinkedHashMap<>();
        if (!dispute.over()) {
            dispute.claims().stream()
                    .filter(it -> it.party().equals(dispute.party()))
                    .filter(it -> it.standing().equals("joined") || it.standing().equals("filed"))
                    .forEach(it -> claims.put(it.key(), it.kind()));
        }
        return claims;
    }

    private static boolean asksFor(Dispute dispute, String claim) {
        return dispute.advances().stream()
                .anyMatch(it -> !it.state().equals("denied") && it.claims().contains(claim));
    }

    private String page(SignedIn who, Dispute dispute, Model model) {
        offer(dispute, model);
        boolean answers =
                dispute.side() == Side.RESPONDENT
                        && dispute.answerBy() != null
                        && !dispute.over()
                        && dispute.answers().stream()
                                .noneMatch(it -> it.party().equals(dispute.party()));
        model.addAttribute("dispute", dispute);
        model.addAttribute("letters", letters.of(who, dispute.number()));
        model.addAttribute("canAnswer", answers);
        model.addAttribute("longest", LONGEST);
        return "citizen/dispute";
    }

    private void problem(RuntimeException refused, Model model, HttpServletResponse response) {
        if (refused instanceof SignInRefusedException early) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + early.waitFor().toSeconds());
        }
        failures.tell(refused, model, response);
    }
}
