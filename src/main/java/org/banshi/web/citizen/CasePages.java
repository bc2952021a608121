package org.banshi.web.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.casefile.Standing;
import org.banshi.app.draft.Drafts;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.matter.FindMyMatters;
import org.banshi.query.contract.matter.MatterView;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.letter.Letters;
import org.banshi.web.page.Regions;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A citizen's cases: the list, and where each one stands. */
@Controller
@RequestMapping("/cases")
class CasePages {

    private static final Set<String> NOTICE_POSTED =
            Set.of("social.public-notice-posted", "disability.notice-posted");
    private static final Set<String> NOTICE_ENDED =
            Set.of("social.public-notice-ended", "disability.notice-ended");
    private static final String ASSESSMENT_TOLD = "disability.assessment-told";
    private static final String SPECIAL_PROCEDURE_ENDED = "application.special-procedure-ended";
    private static final Set<String> ASSESSMENT_ANSWERED =
            Set.of(
                    "disability.assessment-accepted",
                    "disability.assessment-disputed",
                    SPECIAL_PROCEDURE_ENDED);

    /** A draft in the list. */
    record Begun(String service, Text name, Text place, Instant savedAt) {}

    private final Reads reads;
    private final CitizenActs acts;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final CaseEvents events;
    private final Regions regions;
    private final Letters letters;

    CasePages(
            Reads reads,
            CitizenActs acts,
            Drafts drafts,
            Catalogue catalogue,
            CaseEvents events,
            Regions regions,
            Letters letters) {
        this.reads = reads;
        this.acts = acts;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.events = events;
        this.regions = regions;
        this.letters = letters;
    }

    @GetMapping
    String mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> parameters,
            Model model) {
        SignedIn who = Access.citizen(caller);
        Page<Progress.Row> page = reads.page(new FindMyCases(who.scope(), cursor, 20));
        model.addAttribute("page", page);
        model.addAttribute("saved", parameters.containsKey("saved"));
        model.addAttribute("dropped", parameters.containsKey("dropped"));
        model.addAttribute("drafts", cursor == null ? drafts(who) : List.of());
        model.addAttribute(
                "matters",
                cursor == null
                        ? reads.list(new FindMyMatters(who.scope()), MatterView.class)
                        : List.of());
        model.addAttribute(
                "benefits",
                cursor == null
                        ? reads.list(new FindMyBenefits(who.scope()), BenefitView.class)
                        : List.of());
        model.addAttribute(
                "points",
                reads.one(new FindPointsAccount(null, who.scope()), PointsAccountView.class)
                        .isPresent());
        return "citizen/cases";
    }

    /** What an office looks into by itself, such as whether a benefit still fits. */
    private boolean isOfficesOwn(String service) {
        return catalogue.current(service).stream().anyMatch(ServiceDefinition::exOfficio);
    }

    @GetMapping("/{number}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        boolean rated =
                found.milestones().stream()
                        .anyMatch(milestone -> milestone.event().equals("application.rated"));
        boolean ended = CaseStatus.of(found.status()).map(CaseStatus::isEnd).orElse(false);
        model.addAttribute("found", found);
        model.addAttribute("story", Story.of(found.milestones()));
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("done", done);
        model.addAttribute("letters", letters.of(who, number));
        model.addAttribute("ended", ended);
        model.addAttribute("onNotice", !ended && onNotice(found));
        model.addAttribute("toAnswer", !ended && toAnswer(found));
        model.addAttribute(
                "canWithdraw", !ended && !found.decided() && !isOfficesOwn(found.service()));
        model.addAttribute("canRate", ended && !rated);
        model.addAttribute(
                "canProtect",
                !ended
                        && who.scope().acting() == null
                        && !Standing.of(events.of(found.application(), Standing.INTEREST))
                                .guarded());
        return "citizen/case";
    }

    private static boolean onNotice(Progress found) {
        return lastOf(found, NOTICE_POSTED, NOTICE_ENDED);
    }

    /** Whether the applicant was told an assessment and has not answered it. */
    private static boolean toAnswer(Progress found) {
        return lastOf(found, Set.of(ASSESSMENT_TOLD), ASSESSMENT_ANSWERED);
    }

    /** Whether one of {@code these} happened, and none of {@code others} since. */
    private static boolean lastOf(Progress found, Set<String> these, Set<String> others) {
        return found.milestones().stream()
                .map(Progress.Milestone::event)
                .filter(event -> these.contains(event) || others.contains(event))
                .reduce((earlier, later) -> later)
                .filter(these::contains)
                .isPresent();
    }

    private List<Begun> drafts(SignedIn who) {
        return drafts.of(DraftPerson.of(who)).stream()
                .filter(draft -> who.scope().covers(draft.service().service()))
                .flatMap(
                        draft ->
                                catalogue.current(draft.service().service()).stream()
                                        .map(
                                                service ->
                                                        new Begun(
                                                                draft.service().service(),
                                                                service.name(),
                                                                regions.name(draft.region()),
                                                                draft.savedAt())))
                .toList();
    }
}
