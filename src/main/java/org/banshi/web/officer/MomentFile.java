package org.banshi.web.officer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoment.Rule;
import org.banshi.app.casefile.CaseMoment.Task;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData.Office;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.web.form.FormMask;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts into words what was in a case's file at a moment. */
@Component
public class MomentFile {

    private final Catalogue catalogue;
    private final MessageSource messages;

    MomentFile(Catalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /**
     * A decision in words.
     *
     * @param name what is decided; empty where nobody says
     * @param inputs beyond the form, empty to whoever has not said why they look
     * @param erased whether the person's key was destroyed
     */
    public record RuleView(
            Rule rule,
            String name,
            String outcome,
            List<FindingWords.Line> inputs,
            List<FindingWords.Line> outputs,
            boolean erased) {}

    /** A task in words. */
    public record TaskView(
            String title,
            String office,
            String state,
            @Nullable DueDate due,
            Instant opened,
            @Nullable Instant ended,
            boolean waits) {}

    /** Names of the item's steps by key. */
    public static Map<String, String> steps(ServiceDefinition service, Words say) {
        Map<String, String> steps = new HashMap<>();
        service.steps().forEach((id, step) -> steps.put(id, say.of(step.title())));
        return steps;
    }

    /** The case's tasks, oldest first. */
    public List<TaskView> tasks(CaseMoment moment, ServiceDefinition service, Words say) {
        return moment.tasks().stream().map(it -> task(it, service, say)).toList();
    }

    private TaskView task(Task task, ServiceDefinition service, Words say) {
        RegionCode region = new RegionCode(task.region());
        String office =
                catalogue
                        .reference()
                        .office(task.body(), catalogue.reference().seat(task.body(), region))
                        .map(Office::name)
                        .map(say::of)
                        .orElse(task.body() + " " + task.region());
        String title =
                service.steps().containsKey(task.step())
                        ? say.of(service.steps().get(task.step()).title())
                        : task.step();
        return new TaskView(
                title,
                office,
                MomentLines.state(task, service, say),
                task.due(),
                task.opened(),
                task.ended(),
                task.waits());
    }

    /** What its tables said; with what they were asked where {@code personal}. */
    public List<RuleView> rules(CaseMoment moment, ServiceDefinition service, boolean personal) {
        Locale locale = LocaleContextHolder.getLocale();
        Words say = new Words(locale);
        FindingWords words =
                new FindingWords(service, catalogue.reference(), messages, locale, Set.of());
        Set<String> asked = moment.file().form().values().keySet();
        return moment.rules().stream()
                .map(
                        rule ->
                                new RuleView(
                                        rule,
                                        words.decision(rule.decision()).map(say::of).orElse(""),
                                        MomentLines.decided(service, rule, say),
                                        personal
                                                ? lines(rule, rule.inputs(), asked, words)
                                                : List.of(),
                                        personal
                                                ? lines(rule, rule.outputs(), Set.of(), words)
                                                : List.of(),
                                        rule.inputs() == null))
                .toList();
    }

    /** Answers of registers are shown value by value; what the form holds stands there. */
    private static List<FindingWords.Line> lines(
            Rule rule, @Nullable FormData data, Set<String> without, FindingWords words) {
        return data == null
                ? List.of()
                : words.lines(FindingWords.RULE, rule.decision(), data, without);
    }

    /** Lays form, papers and findings; only for somebody who has said why. */
    public void lay(CaseMoment moment, ServiceDefinition service, Model model) {
        CaseFile file = moment.file();
        Applicant applicant = file.applicant();
        model.addAttribute("file", file);
        model.addAttribute(
                "identity",
                applicant == null ? "" : Masks.identityNumber(applicant.identityNumber()));
        model.addAttribute("phone", applicant == null ? "" : Masks.phone(applicant.phone()));
        model.addAttribute(
                "answers",
                FormRenderer.render(
                        service.form().schema(),
                        FormMask.mask(service.form().schema(), file.form()),
                        List.of()));
        FindingWords words =
                new FindingWords(
                        service,
                        catalogue.reference(),
                        messages,
                        LocaleContextHolder.getLocale(),
                        Set.of());
        model.addAttribute(
                "findings",
                file.findings().stream()
                        .filter(it -> !it.event().equals(FindingWords.RULE))
                        .map(words::of)
                        .toList());
    }
}
