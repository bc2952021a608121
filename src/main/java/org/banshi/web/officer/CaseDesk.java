package org.banshi.web.officer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.page.Words;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a case before an officer: answers with their labels, papers, findings, what happened. */
@Component
class CaseDesk {

    private static final int LONGEST_TIMELINE = 200;

    /** A paper of the case. */
    record Paper(String id, Text name, String type) {}

    /** Something found, in words. */
    record Finding(Text title, Instant at, String by, List<Line> lines) {}

    /** One value of it. */
    record Line(String label, String value) {}

    private final Reads reads;
    private final Catalogue catalogue;
    private final MessageSource messages;

    CaseDesk(Reads reads, Catalogue catalogue, MessageSource messages) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    void lay(SignedIn who, WorkItemRow task, Model model) {
        CaseFile file =
                reads.one(new FindCaseFile(task.number(), who.scope()), CaseFile.class)
                        .orElse(null);
        Page<TimelineEntry> timeline =
                reads.page(new FindTimeline(task.number(), who.scope(), null, LONGEST_TIMELINE));
        model.addAttribute("file", file);
        model.addAttribute("timeline", timeline.rows());
        Optional<ServiceDefinition> service =
                catalogue.find(new ServiceVersion(task.service(), task.serviceVersion()));
        if (file != null && service.isPresent()) {
            layFile(file, service.get(), model);
        }
    }

    private void layFile(CaseFile file, ServiceDefinition service, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Applicant applicant = file.applicant();
        model.addAttribute("identity", applicant == null ? "" : identity(applicant));
        model.addAttribute("phone", applicant == null ? "" : phone(applicant));
        model.addAttribute(
                "answers", FormRenderer.render(service.form().schema(), file.form(), List.of()));
        model.addAttribute(
                "papers",
                file.materials().stream()
                        .map(
                                paper ->
                                        new Paper(
                                                paper.id(),
                                                paperName(service, paper.code()),
                                                paper.mediaType()))
                        .toList());
        Map<String, FormView.Field> known = fields(service);
        model.addAttribute(
                "findings",
                file.findings().stream()
                        .map(finding -> finding(service, known, finding, locale))
                        .toList());
    }

    private Finding finding(
            ServiceDefinition service,
            Map<String, FormView.Field> known,
            CaseFile.Finding found,
            Locale locale) {
        Words say = new Words(locale);
        List<Line> lines = new ArrayList<>();
        found.data()
                .values()
                .forEach(
                        (name, value) ->
                                lines.add(
                                        new Line(
                                                label(name, known, locale),
                                                value(name, value, known, say))));
        Step step = service.steps().get(found.subject());
        Text title = step != null ? step.title() : service.words(found.event()).title();
        return new Finding(title, found.at(), found.by(), lines);
    }

    private String label(String name, Map<String, FormView.Field> known, Locale locale) {
        FormView.Field field = known.get(name);
        String fallback = field == null ? name : field.label().in(locale.getLanguage());
        return String.valueOf(messages.getMessage("fact." + name, null, fallback, locale));
    }

    private static String value(
            String name, @Nullable Object value, Map<String, FormView.Field> known, Words say) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean bool) {
            return say.of(bool ? Text.of("是", "yes") : Text.of("否", "no"));
        }
        if (value instanceof List<?> list) {
            return String.join(
                    "、", list.stream().map(one -> value(name, one, known, say)).toList());
        }
        FormView.Field field = known.get(name);
        if (field != null) {
            for (FormView.Choice choice : field.choices()) {
                if (choice.value().equals(String.valueOf(value))) {
                    return say.of(choice.label());
                }
            }
        }
        return String.valueOf(value);
    }

    /**
     * Every field that the item's tasks ask for, by name: findings are labelled as they were asked.
     */
    private static Map<String, FormView.Field> fields(ServiceDefinition service) {
        Map<String, FormView.Field> fields = new LinkedHashMap<>();
        for (Step step : service.steps().values()) {
            for (Step.Outcome outcome : step.outcomes()) {
                outcome.form()
                        .ifPresent(
                                form ->
                                        FormRenderer.fields(form.schema())
                                                .forEach(fields::putIfAbsent));
            }
        }
        return fields;
    }

    private static Text paperName(ServiceDefinition service, String code) {
        return service.materials().stream()
                .filter(spec -> spec.code().equals(code))
                .map(spec -> spec.name())
                .findFirst()
                .orElse(Text.of(code, code));
    }

    /** Masked until an officer asks for the full number, which is an act of its own. */
    private static String identity(Applicant applicant) {
        String number = applicant.identityNumber();
        return number.length() < 8
                ? "***"
                : number.substring(0, 3) + "***********" + number.substring(number.length() - 4);
    }

    private static String phone(Applicant applicant) {
        String number = applicant.phone();
        return number.length() < 8
                ? number
                : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }
}
