package org.banshi.web.officer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.workbench.TaskDraft;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.worklist.Escalation;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.letter.Letters;
import org.banshi.web.page.Regions;
import org.banshi.web.write.TaskActs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a task: its case, what to do, and what was filled in so far. */
@Component
class TaskSheet {

    /** The limit's name in a package. */
    private static final String SUPPLEMENT = "supplement";

    private final TaskActs acts;
    private final CaseDesk desk;
    private final Regions regions;
    private final TaskDrafts drafts;
    private final CaseOwners owners;
    private final Letters letters;
    private final Catalogue catalogue;
    private final BusinessClock clock;

    TaskSheet(
            TaskActs acts,
            CaseDesk desk,
            Regions regions,
            TaskDrafts drafts,
            CaseOwners owners,
            Letters letters,
            Catalogue catalogue,
            BusinessClock clock) {
        this.acts = acts;
        this.desk = desk;
        this.regions = regions;
        this.drafts = drafts;
        this.owners = owners;
        this.letters = letters;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * How far an officer is.
     *
     * @param outcome chosen; null before
     * @param data as typed, also what only a draft keeps
     * @param grown pointer of a list that gets one more row
     * @param preview whether the notice is to be shown that comes of it
     */
    record Filled(
            @Nullable String outcome,
            FormData data,
            List<FieldError> errors,
            @Nullable String grown,
            boolean preview) {

        static Filled of(@Nullable String outcome, FormData data) {
            return new Filled(outcome, data, List.of(), null, false);
        }
    }

    /** What was posted for one way to end the task. */
    Filled posted(WorkItemRow task, String outcome, Map<String, String[]> posted) {
        Step.Outcome chosen = outcome(acts.step(task), outcome);
        FormData bound =
                chosen == null || chosen.form().isEmpty()
                        ? FormData.empty()
                        : FormBinder.bind(chosen.form().get().schema(), posted);
        return Filled.of(
                outcome,
                chosen != null && SupplementNotice.fits(chosen)
                        ? SupplementNotice.sheet(bound, posted)
                        : bound);
    }

    /** What is sent of it. */
    FormData sent(WorkItemRow task, Filled filled) {
        Step.Outcome chosen = outcome(acts.step(task), filled.outcome());
        return chosen != null && SupplementNotice.fits(chosen)
                ? SupplementNotice.composed(chosen, filled.data())
                : filled.data();
    }

    /**
     * Keeps it for the officer to go on with.
     *
     * @return when; null where there is nothing to keep, the task is not the officer's, or there is
     *     nobody any more whose case it is
     */
    @Nullable Instant keep(SignedIn who, WorkItemRow task, Filled filled) {
        if (!mine(who, task)) {
            return null;
        }
        String person = owners.of(List.of(task.number())).get(task.number());
        String outcome = filled.outcome();
        if (person == null || outcome == null || outcome(acts.step(task), outcome) == null) {
            return null;
        }
        Instant now = clock.now();
        drafts.keep(
                task.workItem(),
                who.account(),
                new PersonId(person),
                new TaskDraft(outcome, filled.data(), now));
        return now;
    }

    /** Of a task's form, whatever else was sent along with it. */
    void keepBeside(SignedIn who, String task, String outcome, Map<String, String[]> posted) {
        WorkItemRow row = acts.task(who, task);
        keep(who, row, posted(row, outcome, posted));
    }

    void drop(SignedIn who, WorkItemRow task, String outcome) {
        drafts.drop(task.workItem(), who.account(), outcome);
    }

    /** As the officer left it: the outcome asked for, else the one filled in last. */
    String resumed(SignedIn who, String id, @Nullable String outcome, Model model) {
        WorkItemRow task = acts.task(who, id);
        Optional<TaskDraft> draft =
                mine(who, task)
                        ? drafts.of(id, who.account()).stream()
                                .filter(it -> outcome == null || it.outcome().equals(outcome))
                                .findFirst()
                        : Optional.empty();
        model.addAttribute("resumed", draft.map(TaskDraft::keptAt).orElse(null));
        return lay(
                who,
                task,
                Filled.of(
                        draft.map(TaskDraft::outcome).orElse(outcome),
                        draft.map(TaskDraft::data).orElse(FormData.empty())),
                model);
    }

    String lay(SignedIn who, WorkItemRow task, Filled filled, Model model) {
        Step step = acts.step(task);
        Step.Outcome outcome = outcome(step, filled.outcome());
        boolean mine = mine(who, task);
        model.addAttribute("task", task);
        model.addAttribute("step", step);
        model.addAttribute("dispute", isOfDispute(step));
        model.addAttribute("outcome", outcome);
        model.addAttribute("place", regions.name(task.region()));
        Escalation above = task.escalation();
        model.addAttribute("above", above == null ? null : regions.name(above.region()));
        model.addAttribute(
                "reasons",
                Stream.of(EscalationReason.values()).filter(EscalationReason::byHand).toList());
        model.addAttribute("mine", mine);
        model.addAttribute("taken", task.state().equals("claimed") && !mine);
        model.addAttribute("others", drafts.others(task.workItem(), who.account()));
        model.addAttribute(
                "officers", who.scope().has(Role.SUPERVISOR) ? acts.officers(task) : List.of());
        ServiceVersion version = new ServiceVersion(task.service(), task.serviceVersion());
        model.addAttribute("standsIn", acts.mayTakeOver(who, task));
        model.addAttribute("demanded", step.impartial());
        desk.lay(who, task.number(), version, model);
        FormView form =
                outcome == null || outcome.form().isEmpty()
                        ? null
                        : FormRenderer.render(
                                outcome.form().get().schema(),
                                filled.data(),
                                filled.errors(),
                                filled.grown());
        model.addAttribute("form", form);
        if (mine && form != null && outcome != null && SupplementNotice.fits(outcome)) {
            catalogue
                    .find(version)
                    .ifPresent(service -> notice(who, task, service, outcome, form, filled, model));
        }
        return "officer/task";
    }

    private void notice(
            SignedIn who,
            WorkItemRow task,
            ServiceDefinition service,
            Step.Outcome outcome,
            FormView form,
            Filled filled,
            Model model) {
        List<Material> there =
                model.getAttribute("file") instanceof CaseFile file ? file.materials() : List.of();
        DueDate until = until(service, task);
        model.addAttribute(
                "noticeLines", SupplementNotice.lines(outcome, filled.data(), there, service));
        model.addAttribute("noticeFields", new LinkedHashMap<>(SupplementNotice.fields(form)));
        model.addAttribute("noticeUntil", until);
        model.addAttribute("noticeOver", SupplementNotice.excess(outcome, filled.data()));
        if (filled.preview()) {
            FormData sent = SupplementNotice.composed(outcome, filled.data());
            model.addAttribute(
                    "preview",
                    letters.supplement(
                            who,
                            task.number(),
                            service,
                            clock.today(),
                            SupplementNotice.asked(sent),
                            SupplementNotice.reason(sent),
                            until,
                            LocaleContextHolder.getLocale().getLanguage()));
        }
    }

    private @Nullable DueDate until(ServiceDefinition service, WorkItemRow task) {
        return service.limit(SUPPLEMENT, new RegionCode(task.region()), clock.today())
                .map(
                        limit -> {
                            DueDate due =
                                    catalogue
                                            .reference()
                                            .calendar()
                                            .due(clock.today(), limit.amount(), limit.unit());
                            return new DueDate(due.day(), due.provisional() || limit.provisional());
                        })
                .orElse(null);
    }

    /** Whether the officer has the task. */
    static boolean mine(SignedIn who, WorkItemRow task) {
        return task.state().equals("claimed") && who.account().equals(task.assignee());
    }

    /** Whether parties and what they asked have a page of their own. */
    private static boolean isOfDispute(Step step) {
        return step.outcomes().stream().anyMatch(it -> it.act().startsWith("arbitration."));
    }

    private static Step.@Nullable Outcome outcome(Step step, @Nullable String key) {
        return step.outcomes().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
