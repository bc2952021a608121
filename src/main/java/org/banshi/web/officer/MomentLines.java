package org.banshi.web.officer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoment.Task;
import org.banshi.app.casefile.CaseMoment.Visit;
import org.banshi.catalogue.FactNames;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormMask;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
import org.banshi.web.form.FormView.Field;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a case at a moment as lines that are compared with those of another: steps of
 * the process, tasks, decisions, package, and the form to whoever may read it.
 */
public final class MomentLines {

    private final ServiceDefinition service;
    private final FactNames names;
    private final Map<String, String> steps;
    private final Words say;
    private final Map<String, String> lines = new LinkedHashMap<>();

    private MomentLines(
            ServiceDefinition service, FactNames names, Map<String, String> steps, Words say) {
        this.service = service;
        this.names = names;
        this.steps = steps;
        this.say = say;
    }

    /**
     * The lines by label.
     *
     * @param names what decisions are called
     * @param steps names of the process's steps
     * @param personal whether form and amounts are told
     */
    public static Map<String, String> of(
            CaseMoment moment,
            ServiceDefinition service,
            FactNames names,
            Map<String, String> steps,
            Words say,
            boolean personal) {
        MomentLines made = new MomentLines(service, names, steps, say);
        made.process(moment);
        moment.tasks().forEach(made::task);
        made.rules(moment);
        made.setting(moment);
        if (personal) {
            made.form(moment.file().form());
        }
        return made.lines;
    }

    private void process(CaseMoment moment) {
        Map<String, Long> there =
                moment.visits().stream()
                        .filter(Visit::isThere)
                        .collect(
                                Collectors.groupingBy(
                                        it -> steps.getOrDefault(it.activity(), it.activity()),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        if (!there.isEmpty()) {
            put(Text.of("流程所在", "Where the process is"), String.join("、", there.keySet()));
        }
    }

    private void task(Task task) {
        String title = title(task.step());
        put(Text.of("任务：" + title, "Task: " + title), state(task, service, say));
    }

    /** How a task stands, in words. */
    static String state(Task task, ServiceDefinition service, Words say) {
        String officer = task.officer() == null ? "" : " · " + task.officer();
        Text state =
                switch (task.state()) {
                    case OPEN -> Text.of("待领取", "waiting");
                    case CLAIMED -> Text.of("已领取", "taken");
                    case COMPLETED -> Text.of("已完成", "completed");
                    case CANCELLED -> Text.of("已取消", "cancelled");
                };
        String outcome = task.outcome();
        return say.of(state)
                + officer
                + (outcome == null ? "" : " · " + outcome(service, task.step(), outcome, say));
    }

    private static String outcome(
            ServiceDefinition service, String step, String outcome, Words say) {
        return Optional.ofNullable(service.steps().get(step)).stream()
                .flatMap(it -> it.outcomes().stream())
                .filter(it -> it.key().equals(outcome))
                .map(it -> say.of(it.label()))
                .findFirst()
                .orElse(outcome);
    }

    private String title(String step) {
        return service.steps().containsKey(step)
                ? say.of(service.steps().get(step).title())
                : steps.getOrDefault(step, step);
    }

    private void rules(CaseMoment moment) {
        for (CaseMoment.Rule rule : moment.rules()) {
            String decision = names.decision(rule.decision()).map(say::of).orElse(rule.decision());
            put(
                    Text.of("判定：" + decision, "Decision: " + decision),
                    decided(service, rule, say) + " · v" + rule.version().version());
        }
    }

    static String decided(ServiceDefinition service, CaseMoment.Rule rule, Words say) {
        @Nullable Text word =
                service.decisionWords().getOrDefault(rule.decision(), Map.of()).get(rule.outcome());
        return word == null ? rule.outcome() : say.of(word);
    }

    private void setting(CaseMoment moment) {
        put(Text.of("本件所用版本", "Version of this case"), "v" + moment.setting().pinned().version());
        moment.setting()
                .current()
                .ifPresent(
                        it -> put(Text.of("新办件所用版本", "Version for new cases"), "v" + it.version()));
    }

    private void form(FormData form) {
        FormView view =
                FormRenderer.render(
                        service.form().schema(),
                        FormMask.mask(service.form().schema(), form),
                        List.of());
        view.sections().forEach(section -> fields("", section.fields()));
    }

    private void fields(String before, List<Field> fields) {
        for (Field field : fields) {
            String label = before + say.of(field.label());
            switch (field.kind()) {
                case GROUP -> fields(label + " · ", field.fields());
                case ROWS ->
                        field.rows()
                                .forEach(
                                        row ->
                                                fields(
                                                        label + " " + row.number() + " · ",
                                                        row.fields()));
                default -> {
                    if (!field.value().isEmpty()) {
                        put(Text.of("表单：" + label, "Form: " + label), field.answer(say.language()));
                    }
                }
            }
        }
    }

    /** What happens again is counted. */
    private void put(Text label, String value) {
        String name = say.of(label);
        for (int n = 2; lines.containsKey(name); n++) {
            name = say.of(label) + " #" + n;
        }
        lines.put(name, value);
    }
}
