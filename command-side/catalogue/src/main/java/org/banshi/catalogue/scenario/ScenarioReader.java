package org.banshi.catalogue.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.scenario.Scenario.Benefit;
import org.banshi.catalogue.scenario.Scenario.Expectation;
import org.banshi.catalogue.scenario.Scenario.Reply;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.place.RegionCode;

/** Reads {@code scenarios/*.yaml}. */
public final class ScenarioReader {

    private final Findings findings;

    public ScenarioReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads one file; whatever is wrong becomes a finding and a harmless value. */
    public Scenario read(String file, byte[] bytes) {
        Fields fields = new Fields(YamlSource.read(file, bytes, findings), findings);
        Scenario scenario =
                new Scenario(
                        file,
                        fields.text("title"),
                        instant(fields, "clock"),
                        region(fields),
                        applicant(fields.fields("applicant")),
                        fields.items("benefits", this::benefit),
                        fields.text("lot", "drawn").equals("spared"),
                        fields.entries("registers", this::reply),
                        fields.items("actions", new ActionReader(findings)::read),
                        expectation(fields.fields("expect")));
        fields.done();
        return scenario;
    }

    private Instant instant(Fields fields, String key) {
        String text = fields.text(key);
        return instant(fields.at().nearest(key), text, findings);
    }

    static Instant instant(Located at, String text, Findings findings) {
        if (text.isBlank()) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            findings.add(
                    at, "not a time with its offset", "Write it like 2026-09-14T09:00:00+08:00");
            return Instant.EPOCH;
        }
    }

    private RegionCode region(Fields fields) {
        String code = fields.text("region");
        if (code.matches("\\d{6}(\\d{3})?")) {
            return new RegionCode(code);
        }
        if (!code.isBlank()) {
            findings.add(
                    fields.at().nearest("region"),
                    "not a region code",
                    "Write 6 or 9 digits in quotes");
        }
        return new RegionCode("000000");
    }

    private Applicant applicant(Fields fields) {
        Applicant applicant =
                new Applicant(
                        fields.text("name"),
                        fields.text("identityNumber"),
                        fields.text("phone"),
                        fields.optional("email").map(Located::text).orElse(null));
        fields.done();
        return applicant;
    }

    private Benefit benefit(Located at) {
        Fields fields = new Fields(at, findings);
        String amount = fields.text("monthlyAmount");
        if (!amount.matches("[0-9]+(\\.[0-9]{1,2})?")) {
            findings.add(at.nearest("monthlyAmount"), "not an amount", "Write it like 1314.00");
            amount = "0";
        }
        int members = fields.integer("members", 0);
        Benefit benefit =
                new Benefit(
                        fields.text("id"),
                        fields.text("kind"),
                        new BigDecimal(amount),
                        day(at.nearest("firstMonth"), fields.text("firstMonth"))
                                .orElse(LocalDate.EPOCH),
                        members == 0 ? null : members,
                        fields.optional("stoppedOn")
                                .flatMap(it -> day(it, it.text() == null ? "" : it.text()))
                                .orElse(null));
        fields.done();
        return benefit;
    }

    private Reply reply(Located at) {
        Fields fields = new Fields(at, findings);
        RegisterOutcome outcome =
                word(RegisterOutcome.class, fields, "outcome").orElse(RegisterOutcome.NO_ANSWER);
        Reply reply = new Reply(outcome, data(fields, "answer"), fields.entries("of", this::reply));
        fields.done();
        return reply;
    }

    static FormData data(Fields fields, String key) {
        Map<String, Object> data = new LinkedHashMap<>();
        fields.entries(key, value -> value).forEach((name, value) -> data.put(name, value.plain()));
        return new FormData(data);
    }

    private <E extends Enum<E>> Optional<E> word(Class<E> type, Fields fields, String key) {
        Optional<Located> word = fields.optional(key);
        Optional<E> constant =
                word.flatMap(
                        at ->
                                Arrays.stream(type.getEnumConstants())
                                        .filter(c -> c.name().equals(at.text()))
                                        .findFirst());
        if (constant.isEmpty() && word.isPresent()) {
            findings.add(
                    word.get(),
                    "\"" + word.get().text() + "\" is not a word for " + key,
                    "Use one of " + Arrays.toString(type.getEnumConstants()));
        }
        return constant;
    }

    private Expectation expectation(Fields fields) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        fields.entries("dates", value -> value)
                .forEach((path, value) -> date(path, value).ifPresent(d -> dates.put(path, d)));
        Expectation expectation =
                new Expectation(
                        fields.texts("events"),
                        dates,
                        fields.texts("open"),
                        word(Conclusion.class, fields, "conclusion").orElse(null),
                        fields.optional("ending").map(Located::text).orElse(null),
                        values(fields, "result"),
                        values(fields, "opened"),
                        fields.texts("benefit"),
                        fields.text("refused", ""),
                        fields.texts("path"));
        fields.done();
        return expectation;
    }

    private static Map<String, String> values(Fields fields, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.entries(key, value -> value)
                .forEach(
                        (name, value) ->
                                values.put(name, value.text() == null ? "" : value.text()));
        return values;
    }

    private Optional<LocalDate> date(String path, Located value) {
        if (!path.matches("[a-z-]+\\.[a-z-]+#[1-9][0-9]*(\\.[A-Za-z0-9]+)+")) {
            findings.add(value, "not a path into an event", "Write <event>#<nth>.<path>");
            return Optional.empty();
        }
        return day(value, value.text() == null ? "" : value.text());
    }

    private Optional<LocalDate> day(Located value, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException wrong) {
            findings.add(value, "not a date", "Write it like 2026-10-12");
            return Optional.empty();
        }
    }
}
