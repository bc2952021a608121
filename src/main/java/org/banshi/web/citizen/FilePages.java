package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.StoredMaterial;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.DraftPapers;
import org.banshi.web.write.Filing;
import org.banshi.web.write.FirstAnswers;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Hand in the papers, check the answers, file. */
@Controller
@RequestMapping("/services/{service}/apply")
class FilePages {

    /** Most characters of why a case is to be kept from others. */
    private static final int LONGEST = 500;

    /** One of the item's papers, and the files that were uploaded for it. */
    record Line(MaterialSpec spec, List<StoredMaterial> kept) {}

    /**
     * A file that was not kept.
     *
     * @param code of the paper that it was for
     */
    record Unkept(String code, Text why) {}

    /**
     * What was not filed yet, and why.
     *
     * @param secret whether it is asked that the case is kept from others
     */
    record Unfiled(
            boolean undeclared,
            boolean unreasoned,
            boolean secret,
            String reason,
            boolean ownPhone) {

        static final Unfiled NOTHING_WRONG = new Unfiled(false, false, false, "", false);
    }

    /** As it is remembered that a draft was filed. */
    private static final String APPLY = "apply";

    private static final String RECEIPT = "redirect:/cases/%s/receipt";

    private final Filing filing;
    private final Drafts drafts;
    private final DraftPapers papers;
    private final Regions regions;
    private final RequestKeys keys;
    private final FirstAnswers answers;
    private final Reads reads;
    private final BusinessClock clock;

    FilePages(
            Filing filing,
            Drafts drafts,
            DraftPapers papers,
            Regions regions,
            RequestKeys keys,
            FirstAnswers answers,
            Reads reads,
            BusinessClock clock) {
        this.filing = filing;
        this.drafts = drafts;
        this.papers = papers;
        this.regions = regions;
        this.keys = keys;
        this.answers = answers;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/materials")
    String materials(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String refused,
            Model model) {
        Draft draft = DraftPerson.draft(drafts, Access.citizen(caller), service);
        Unkept unkept = refused == null ? null : drafts.refusal(draft, Unkept.class).orElse(null);
        return showMaterials(draft, unkept, model);
    }

    @PostMapping("/materials")
    String upload(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.citizen(caller);
        Draft draft = DraftPerson.draft(drafts, who, service);
        boolean asked =
                filing.service(service).materials().stream()
                        .anyMatch(spec -> spec.code().equals(code));
        try {
            if (!asked) {
                throw ProblemException.of(ProblemKind.UNKNOWN_MATERIAL);
            }
            byte[] bytes = file == null ? new byte[0] : file.getBytes();
            papers.add(draft, code, bytes);
            return "redirect:/services/" + service + "/apply/materials";
        } catch (ProblemException refused) {
            Text why = refused.kind().why();
            Text next = refused.next();
            Unkept unkept =
                    new Unkept(
                            code, Text.of(why.zh() + "。" + next.zh(), why.en() + ". " + next.en()));
            if (script != null) {
                response.setStatus(refused.kind().status());
                return showMaterials(draft, unkept, model);
            }
            drafts.refuse(draft, unkept);
            String there = "redirect:/services/" + service + "/apply/materials?refused";
            return asked ? there + "#m-" + code : there;
        }
    }

    @PostMapping("/materials/{code}/removal")
    String remove(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sheet) {
        drafts.detach(DraftPerson.draft(drafts, Access.citizen(caller), service), code, sheet);
        return "redirect:/services/" + service + "/apply/materials";
    }

    @GetMapping("/materials/{code}/{sheet}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable String code,
            @PathVariable String sheet) {
        Draft draft = DraftPerson.draft(drafts, Access.citizen(caller), service);
        return papers.show(draft, code, sheet);
    }

    @GetMapping("/check")
    String check(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String refused,
            Model model) {
        return showCheck(Access.citizen(caller), service, refused != null, model);
    }

    @PostMapping("/check")
    String file(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(defaultValue = "false") boolean declared,
            @RequestParam(defaultValue = "false") boolean secret,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean ownPhone,
            @RequestParam(defaultValue = "") String draft,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String browser) {
        SignedIn who = Access.citizen(caller);
        Optional<Applied> before =
                answers.stream(who, APPLY, draft)
                        .flatMap(stream -> filing.filed(stream, clock.today()));
        if (before.isPresent()) {
            return RECEIPT.formatted(before.get().number());
        }
        String why = reason.strip();
        // Who says why has asked, ticked or not; to err is to keep too much from others.
        boolean asks = secret || !why.isEmpty();
        boolean unreasoned = asks && (why.isEmpty() || why.length() > LONGEST);
        Draft filled = DraftPerson.draft(drafts, who, service);
        if (!declared || unreasoned) {
            drafts.refuse(filled, new Unfiled(!declared, unreasoned, asks, why, ownPhone));
            return "redirect:/services/" + service + "/apply/check?refused";
        }
        Filing.Request request =
                new Filing.Request(
                        service,
                        filled.region(),
                        filled.form(),
                        papers.there(filled).all(),
                        browser.contains("Mobi") ? Channel.WAP : Channel.PC,
                        asks ? new AskedProtection(why, ownPhone) : null);
        // A second press of the button is the same request: the draft names it.
        Filing.Receipt receipt =
                filing.file(who, request, keys.required(who, APPLY, filled.id(), request));
        drafts.delete(filled);
        reads.afterIfPossible(receipt.written().position(), View.PROGRESS);
        return RECEIPT.formatted(receipt.number());
    }

    private String showMaterials(Draft draft, @Nullable Unkept unkept, Model model) {
        ServiceDefinition definition = filing.service(draft.service().service());
        model.addAttribute("service", definition);
        DraftPapers.There there = papers.there(draft);
        model.addAttribute("lines", lines(definition, there));
        model.addAttribute("wrong", unkept == null ? null : unkept.code());
        model.addAttribute("error", unkept == null ? null : unkept.why());
        model.addAttribute("missing", there.missing(definition));
        return "citizen/apply-materials";
    }

    private String showCheck(SignedIn who, String service, boolean refused, Model model) {
        Draft draft = DraftPerson.draft(drafts, who, service);
        ServiceDefinition definition = filing.service(service);
        if (!definition.form().validate(draft.form(), clock.today()).isEmpty()) {
            return "redirect:/services/" + service + "/apply/tasks";
        }
        DraftPapers.There there = papers.there(draft);
        if (!there.missing(definition).isEmpty()) {
            return "redirect:/services/" + service + "/apply/materials";
        }
        model.addAttribute("service", definition);
        model.addAttribute("lines", lines(definition, there));
        model.addAttribute("place", regions.name(draft.region()));
        model.addAttribute("details", who.details());
        model.addAttribute("alone", who.scope().acting() == null);
        Unfiled unfiled =
                (refused ? drafts.refusal(draft, Unfiled.class) : Optional.<Unfiled>empty())
                        .orElse(Unfiled.NOTHING_WRONG);
        model.addAttribute("undeclared", unfiled.undeclared());
        model.addAttribute("unreasoned", unfiled.unreasoned());
        model.addAttribute("secret", unfiled.secret());
        model.addAttribute("reason", unfiled.reason());
        model.addAttribute("ownPhone", unfiled.ownPhone());
        model.addAttribute("draft", draft.id());
        model.addAttribute(
                "form", FormRenderer.render(definition.form().schema(), draft.form(), List.of()));
        return "citizen/apply-check";
    }

    private static List<Line> lines(ServiceDefinition definition, DraftPapers.There there) {
        return definition.materials().stream()
                .map(spec -> new Line(spec, there.of(spec.code())))
                .toList();
    }
}
