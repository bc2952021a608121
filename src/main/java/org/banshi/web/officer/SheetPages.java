package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.officer.PostingDesk.Handed;
import org.banshi.web.officer.WindowDesk.Intake;
import org.banshi.web.page.Regions;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sheets to print and sign: at the window the application and each adult's authority; of a case the
 * form for a visit by two, and the poster of its public notice with the proof that it hung.
 */
@Controller
class SheetPages {

    private static final int ADULT = 18;

    /** Somebody of age whom the form names. */
    record Adult(String name, String identityNumber) {}

    private final WindowDesk desk;
    private final OfficerActs acts;
    private final Reads reads;
    private final Regions regions;
    private final BusinessClock clock;
    private final PostingDesk postings;

    SheetPages(
            WindowDesk desk,
            OfficerActs acts,
            Reads reads,
            Regions regions,
            BusinessClock clock,
            PostingDesk postings) {
        this.postings = postings;
        this.desk = desk;
        this.acts = acts;
        this.reads = reads;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/work/window/{id}/application")
    String application(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        Intake intake = desk.intake(WindowDesk.officer(caller), id);
        lay(intake, model);
        model.addAttribute(
                "form",
                FormRenderer.render(
                        intake.service().form().schema(), intake.draft().form(), List.of()));
        return "officer/sheet-application";
    }

    @GetMapping("/work/window/{id}/authorities")
    String authorities(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        Intake intake = desk.intake(WindowDesk.officer(caller), id);
        lay(intake, model);
        model.addAttribute("adults", adults(intake));
        return "officer/sheet-authorities";
    }

    @GetMapping("/work/cases/{number}/visit-form")
    String visit(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        SignedIn who = Access.staff(caller);
        Progress found = acts.seen(who, number);
        Optional<CaseFile> file = reads.one(new FindCaseFile(number, who.scope()), CaseFile.class);
        model.addAttribute("found", found);
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("name", file.map(CaseFile::applicant).map(Applicant::name).orElse(""));
        return "officer/sheet-visit";
    }

    @GetMapping("/work/cases/{number}/poster")
    String poster(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        SignedIn who = Access.staff(caller);
        return poster(acts.seen(who, number), who.scope().has(Role.OFFICER), model);
    }

    /** A photograph of it where it hung. */
    @PostMapping("/work/cases/{number}/poster")
    String prove(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Handed handed,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Progress found = acts.caseOf(caller, number);
        return postings.take(Access.staff(caller), found.number(), handed, model, response)
                ? "redirect:/work/cases/" + found.number() + "/poster?done=proved"
                : poster(found, true, model);
    }

    private String poster(Progress found, boolean officer, Model model) {
        String number = found.number();
        model.addAttribute("back", "/work/cases/" + number);
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("papers", true);
        model.addAttribute("proves", officer);
        return postings.lay(
                number,
                reads.one(new FindPublicNotice(number), PublicNotice.class),
                "/work/cases/" + number + "/poster",
                model);
    }

    private void lay(Intake intake, Model model) {
        model.addAttribute("intake", intake);
        model.addAttribute("details", intake.citizen().details());
        model.addAttribute("place", regions.name(intake.draft().region()));
        model.addAttribute("today", clock.today());
    }

    /** The applicant first; whoever has no number that tells an age is left to the officer. */
    private List<Adult> adults(Intake intake) {
        Map<String, Adult> adults = new LinkedHashMap<>();
        Applicant applicant = intake.citizen().details();
        adults.put(
                applicant.identityNumber(),
                new Adult(applicant.name(), applicant.identityNumber()));
        gather(intake.draft().form().values(), clock.today(), adults);
        return List.copyOf(adults.values());
    }

    private static void gather(@Nullable Object value, LocalDate today, Map<String, Adult> adults) {
        if (value instanceof List<?> list) {
            list.forEach(part -> gather(part, today, adults));
        } else if (value instanceof Map<?, ?> map) {
            if (map.get("name") instanceof String name
                    && map.get("identityNumber") instanceof String number) {
                IdentityNumber.parse(number)
                        .value()
                        .filter(it -> Period.between(it.birthDate(), today).getYears() >= ADULT)
                        .ifPresent(
                                it -> adults.putIfAbsent(it.value(), new Adult(name, it.value())));
            }
            map.values().forEach(part -> gather(part, today, adults));
        }
    }
}
