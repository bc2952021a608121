package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.draft.Draft;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.officer.WindowDesk.Held;
import org.banshi.web.officer.WindowDesk.Intake;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * An application at the window: whose and what, the same form as on the phone, scanned papers, the
 * sheets that the person signs, and filing. Numbers are sent in forms and never in addresses.
 */
@Controller
@RequestMapping("/work/window")
class WindowPages {

    /** Most characters of why a case is to be kept from others. */
    private static final int LONGEST = 500;

    private static final String SLIP = "redirect:/work/window/%s/slip";

    private final WindowDesk desk;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Reads reads;

    WindowPages(WindowDesk desk, Catalogue catalogue, Regions regions, Reads reads) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.regions = regions;
        this.reads = reads;
    }

    @GetMapping
    String choose(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        return showChoice(WindowDesk.officer(caller), model);
    }

    @PostMapping
    String begin(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String identityNumber,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String region,
            Model model,
            HttpServletResponse response) {
        SignedIn who = WindowDesk.officer(caller);
        Optional<Draft> draft = desk.begin(who, identityNumber.strip(), service, region);
        if (draft.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unknown", true);
            model.addAttribute("identityNumber", identityNumber);
            model.addAttribute("chosen", service);
            model.addAttribute("chosenRegion", region);
            return showChoice(who, model);
        }
        return "redirect:/work/window/" + draft.get().id();
    }

    @GetMapping("/{id}")
    String form(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        Intake intake = desk.intake(WindowDesk.officer(caller), id);
        return show(intake, intake.draft().form(), List.of(), null, model);
    }

    @PostMapping("/{id}")
    String fill(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "refresh") String act,
            @RequestParam int revision,
            @ModelAttribute("say") Words say,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = WindowDesk.officer(caller);
        Intake intake = desk.intake(who, id);
        if (act.equals("drop") && Confirmation.given(request)) {
            desk.drop(intake);
            return "redirect:/work/window";
        }
        Map<String, String[]> posted = new HashMap<>(request.getParameterMap());
        String place = act.substring(act.indexOf(':') + 1);
        if (act.startsWith("remove:")) {
            posted.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        }
        FormData filled = FormBinder.bind(intake.service().form().schema(), posted);
        boolean kept = desk.fill(intake, revision, filled);
        Intake now = desk.intake(who, id);
        if (!kept) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", true);
            return show(now, filled, List.of(), null, model);
        }
        if (act.equals("drop")) {
            return Confirmation.of("window.drop", request, "/work/window/" + id)
                    .sending("act", "revision")
                    .about("apply.name", now.citizen().details().name())
                    .about("work.service", say.of(now.service().name()))
                    .about("window.scans", desk.scans(now).held().size() + "")
                    .page(model);
        }
        if (!act.equals("next")) {
            return show(now, filled, List.of(), act.startsWith("add:") ? place : null, model);
        }
        List<FieldError> errors = desk.errors(now, filled);
        if (errors.isEmpty()) {
            return "redirect:/work/window/" + id + "/papers";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(now, filled, errors, null, model);
    }

    @GetMapping("/{id}/papers")
    String papers(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        return showPapers(desk.intake(WindowDesk.officer(caller), id), model);
    }

    @PostMapping("/{id}/papers")
    String upload(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = WindowDesk.officer(caller);
        Intake intake = desk.intake(who, id);
        try {
            if (remove.isEmpty()) {
                desk.attach(intake, code, file == null ? new byte[0] : file.getBytes());
            } else {
                desk.detach(intake, code, remove);
            }
            return "redirect:/work/window/" + id + "/papers";
        } catch (ProblemException refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("wrong", code);
            model.addAttribute("why", refused.kind().why());
            model.addAttribute("mend", refused.next());
            return showPapers(desk.intake(who, id), model);
        }
    }

    /** What was scanned, as it lies in the draft: a blank page is seen before it is filed. */
    @GetMapping("/{id}/papers/{code}/{sheet}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @PathVariable String code,
            @PathVariable String sheet) {
        return desk.scan(desk.intake(WindowDesk.officer(caller), id), code, sheet);
    }

    @GetMapping("/{id}/check")
    String check(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        SignedIn who = WindowDesk.officer(caller);
        return showCheck(who, desk.intake(who, id), false, model);
    }

    /** Pressed again after it was filed, it leads to the same slip. */
    @PostMapping("/{id}/check")
    String file(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean signed,
            @RequestParam(defaultValue = "false") boolean secret,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        SignedIn who = WindowDesk.officer(caller);
        if (desk.slip(who, id).isPresent()) {
            return SLIP.formatted(id);
        }
        Intake intake = desk.intake(who, id);
        String danger = mayKeepSecret(who) ? reason.strip() : "";
        boolean unreasoned = secret && danger.isEmpty() || danger.length() > LONGEST;
        if (!signed || unreasoned || !ready(intake)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("secret", secret || !danger.isEmpty());
            model.addAttribute("unreasoned", unreasoned);
            model.addAttribute("reason", danger);
            return showCheck(who, intake, !signed, model);
        }
        // Who says why has asked, ticked or not.
        Filing.Receipt receipt = desk.file(who, intake, danger);
        reads.afterIfPossible(receipt.written().position(), View.PROGRESS);
        return SLIP.formatted(id);
    }

    /** What the person takes home; the officer can print it until the day is over. */
    @GetMapping("/{id}/slip")
    String slip(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        model.addAttribute(
                "slip",
                desk.slip(WindowDesk.officer(caller), id)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
        return "officer/window-filed";
    }

    private boolean ready(Intake intake) {
        return desk.scans(intake).missing().isEmpty()
                && desk.errors(intake, intake.draft().form()).isEmpty();
    }

    private String showChoice(SignedIn who, Model model) {
        RegionCode region = who.scope().region();
        model.addAttribute("begun", desk.begun(who));
        model.addAttribute("services", catalogue.current());
        model.addAttribute("regions", region == null ? List.of() : regions.below(region));
        model.addAttribute("own", region);
        model.addAttribute("places", regions);
        return "officer/window";
    }

    private void lay(Intake intake, Model model) {
        model.addAttribute("intake", intake);
        model.addAttribute("place", regions.name(intake.draft().region()));
        model.addAttribute("details", intake.citizen().details());
        model.addAttribute(
                "identity", Masks.identityNumber(intake.citizen().details().identityNumber()));
    }

    private String show(
            Intake intake,
            FormData data,
            List<FieldError> errors,
            @Nullable String grown,
            Model model) {
        lay(intake, model);
        model.addAttribute(
                "form", FormRenderer.render(intake.service().form().schema(), data, errors, grown));
        return "officer/window-form";
    }

    private String showPapers(Intake intake, Model model) {
        lay(intake, model);
        WindowDesk.Scans scans = desk.scans(intake);
        model.addAttribute(
                "there",
                scans.held().stream()
                        .collect(Collectors.toMap(paper -> paper.spec().code(), Held::sheets)));
        model.addAttribute("missing", scans.missing());
        return "officer/window-papers";
    }

    /** It is an officer who confirms it; a committee of neighbours sends whoever asks to one. */
    private static boolean mayKeepSecret(SignedIn who) {
        return who.scope().has(Role.OFFICER);
    }

    private String showCheck(SignedIn who, Intake intake, boolean unsigned, Model model) {
        lay(intake, model);
        model.addAttribute("mayKeepSecret", mayKeepSecret(who));
        model.addAttribute("unsigned", unsigned);
        WindowDesk.Scans scans = desk.scans(intake);
        model.addAttribute("held", scans.held());
        model.addAttribute("missing", scans.missing());
        model.addAttribute("errors", desk.errors(intake, intake.draft().form()));
        model.addAttribute(
                "form",
                FormRenderer.render(
                        intake.service().form().schema(), intake.draft().form(), List.of()));
        return "officer/window-check";
    }
}
