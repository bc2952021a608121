package org.banshi.web.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.app.casefile.Grades;
import org.banshi.app.letter.LetterFacts;
import org.banshi.app.letter.LetterTemplate;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ReferenceData.Office;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.ReasonSpec;
import org.banshi.catalogue.points.Indicator;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView.Field;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;

/** What letters tell: the parts that all have, and those of letters to the applicant. */
final class LetterTelling {

    static final Words ZH = new Words(Locale.SIMPLIFIED_CHINESE);
    static final Words EN = new Words(Locale.ENGLISH);

    /** Of an assessment: the province's experts, whose word is final. */
    private static final int LAST_ROUND = 3;

    private final ReferenceData reference;
    private final ServiceDefinition service;
    private final LetterStory story;
    final Map<String, Text> values = new HashMap<>();
    final Map<String, List<Map<String, Text>>> lists = new HashMap<>();

    LetterTelling(ReferenceData reference, ServiceDefinition service, LetterStory story) {
        this.reference = reference;
        this.service = service;
        this.story = story;
    }

    LetterFacts facts() {
        return new LetterFacts(Map.copyOf(values), Map.copyOf(lists));
    }

    void shared(
            Draft draft, LetterTemplate template, ApplicationEvent.Applied applied, LocalDate on) {
        String body =
                template.office() != null
                        ? template.office()
                        : draft.stage() == null ? "" : draft.stage().body();
        Optional<Office> office = office(body, applied.region());
        put("office", office.map(Office::name).orElse(service.name()));
        put("phone", same(office.map(Office::phone).orElseGet(service::consultationPhone)));
        put("number", same(applied.number()));
        put("service", service.name());
        put("day", date(draft.day()));
        put("appliedOn", date(on));
    }

    private Optional<Office> office(String body, RegionCode region) {
        return reference
                .office(body, region)
                .or(
                        () ->
                                reference.bodies().contains(body)
                                        ? reference.office(body, reference.seat(body, region))
                                        : Optional.empty());
    }

    /** A letter to the applicant, who reads the same on the page. */
    void toApplicant(Draft draft, Progress page, Applicant applicant) {
        put("addressee", same(applicant.name()));
        ApplicationEvent.Accepted accepted = story.accepted;
        if (draft.template().startsWith("supplement") && draft.serial() > 0) {
            supplement(draft.serial());
            return;
        }
        if (draft.template().equals(LetterStory.ASSESSMENT) && draft.serial() > 0) {
            assessment(story.assessments.get(draft.serial() - 1));
            return;
        }
        if (draft.template().equals("acceptance")) {
            put("due", due(accepted == null ? null : accepted.due()));
            return;
        }
        put("reason", page.reason());
        put("rule", same(rule()));
        put("ending", page.ending());
        put("endingNext", page.ending() == null ? null : page.next());
        lists.put(
                "result",
                page.result().stream()
                        .map(line -> Map.of("label", line.label(), "value", value(line.value())))
                        .toList());
        if (page.provisional()) {
            put("provisional", same("x"));
        }
        story.steps.forEach(this::step);
        remedies(page.remedies());
    }

    private void assessment(DisabilityEvent.Assessed made) {
        Category category = made.category();
        Integer level = made.level();
        put("hospital", same(made.hospital()));
        put("assessedOn", date(made.assessedOn()));
        if (made.outcome().equals("meets") && category != null && level != null) {
            put("grade", Grades.words(category, level));
        } else {
            put("below", same("x"));
        }
        if (made.round() < LAST_ROUND) {
            put("objectBy", due(story.objectionUntil.get(made.round())));
        } else {
            put("lastWord", same("x"));
        }
    }

    /** A score as it was published, and until when each line of it can be objected to. */
    void score(PointsEvent.ScoreDetermined determined, DueDate objectBy) {
        Score score = determined.score();
        PointsTable table = reference.pointsTables().find(determined.table()).orElse(null);
        put("asOf", date(determined.asOf()));
        put("table", table == null ? same(determined.table()) : table.name());
        put("base", same(score.base().toPlainString()));
        put("plus", same(score.plus().toPlainString()));
        put("minus", same(score.minus().toPlainString()));
        put("total", same(score.total().toPlainString()));
        put("objectBy", due(objectBy));
        if (score.provisional()) {
            put("provisional", same("x"));
        }
        lists.put("lines", score.lines().stream().map(line -> line(line, table)).toList());
    }

    /**
     * That no score was published.
     *
     * @param kept whether what was verified counts once the account does again
     */
    void noScore(boolean kept) {
        put(kept ? "kept" : "notCounted", same("x"));
    }

    private static Map<String, Text> line(ScoreLine line, @Nullable PointsTable table) {
        BigDecimal points = line.points();
        return Map.of(
                "label",
                Stream.ofNullable(table)
                        .flatMap(it -> it.indicators().stream())
                        .filter(it -> it.key().equals(line.indicator()))
                        .map(Indicator::name)
                        .findFirst()
                        .orElse(same(line.indicator())),
                "value",
                points == null ? Text.of("待公布", "to be confirmed") : same(points.toPlainString()));
    }

    private void supplement(int nth) {
        ApplicationEvent.SupplementRequested asked = story.supplements.get(nth - 1);
        supplement(asked.items(), asked.reason(), asked.due());
    }

    /**
     * What is missing, and until when.
     *
     * @param items codes of papers, or names of the form's own fields
     */
    void supplement(List<String> items, @Nullable String reason, @Nullable DueDate until) {
        put("due", due(until));
        if (reason != null) {
            ReasonSpec known = service.reasons().get(reason);
            put("reason", known == null ? same(reason) : known.text());
        }
        lists.put("items", items.stream().map(code -> Map.of("item", item(code))).toList());
    }

    private Text item(String code) {
        return service.materials().stream()
                .filter(it -> it.code().equals(code))
                .map(MaterialSpec::name)
                .findFirst()
                .orElseGet(
                        () -> {
                            Field field = FormRenderer.fields(service.form().schema()).get(code);
                            return field == null ? same(code) : field.label();
                        });
    }

    private String rule() {
        ApplicationEvent.AcceptanceRefused refused = story.refused;
        if (refused != null && refused.reason() != null) {
            ReasonSpec known = service.reasons().get(refused.reason());
            return known == null ? "" : known.rule();
        }
        ApplicationEvent.Concluded concluded = story.concluded;
        return concluded == null || concluded.rule() == null ? "" : concluded.rule();
    }

    /** What an officer wrote down in a step, as {@code <step>.<field>}. */
    private void step(String step, ApplicationEvent.StepCompleted done) {
        FormData data = done.data();
        if (data != null) {
            data.values()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof String words) {
                                    put(step + "." + name, value(words));
                                } else if (value instanceof Number number) {
                                    String plain =
                                            new BigDecimal(number.toString()).toPlainString();
                                    put(step + "." + name, same(plain));
                                }
                            });
        }
        if (done.opinion() != null) {
            put(step + ".opinion", same(done.opinion()));
        }
    }

    /**
     * @param all with their last days once their letter was delivered
     */
    void remedies(List<Remedy> all) {
        List<Map<String, Text>> rows = new ArrayList<>();
        for (Remedy remedy : all) {
            DueDate last = remedy.lastDay();
            rows.add(
                    Map.of(
                            "where",
                            remedy.where(),
                            "rule",
                            same(remedy.rule()),
                            "lastDay",
                            last == null
                                    ? same("")
                                    : Text.of(
                                            "最后一日：" + ZH.due(last) + "。",
                                            " Last day: " + EN.due(last) + ".")));
            if (last == null && remedy.where().zh().contains("内")) {
                put("undated", same("x"));
            }
        }
        lists.put("remedies", rows);
    }

    void put(String name, @Nullable Text value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    static Text same(String value) {
        return Text.of(value, value);
    }

    static Text date(LocalDate day) {
        return Text.of(ZH.date(day), EN.date(day));
    }

    static @Nullable Text due(@Nullable DueDate due) {
        return due == null ? null : Text.of(ZH.due(due), EN.due(due));
    }

    static Text yuan(BigDecimal amount) {
        return Text.of(amount.toPlainString() + " 元", "CNY " + amount.toPlainString());
    }

    /** Days and months as people write them; anything else as it is. */
    private static Text value(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}")
                ? date(LocalDate.parse(value, DateTimeFormatter.ISO_LOCAL_DATE))
                : Text.of(ZH.month(ZH.source(value)), EN.month(EN.source(value)));
    }
}
