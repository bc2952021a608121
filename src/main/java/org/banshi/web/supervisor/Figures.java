package org.banshi.web.supervisor;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.Ending;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.caseload.FindStatistics;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures for a supervisor: of the own region and those below, and of nobody else's. */
@Component
public class Figures {

    /** What a line of the table can stand for. */
    static final List<String> GROUPINGS = List.of("service", "region", "month", "outcome");

    private static final int MONTHS = 12;

    /** What was asked for, as far as it was said. */
    public record Asked(
            @Nullable String region,
            @Nullable String service,
            @Nullable String by,
            @Nullable String from,
            @Nullable String until) {}

    private final Reads reads;
    private final Catalogue catalogue;
    private final Regions regions;
    private final BusinessClock clock;

    Figures(Reads reads, Catalogue catalogue, Regions regions, BusinessClock clock) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The question, where nothing was said: the own region, by item, over the last twelve months.
     *
     * @throws ProblemException when it is about a region that is not the supervisor's, or makes no
     *     sense
     */
    public FindStatistics question(SignedIn who, Asked asked) {
        RegionCode own = who.scope().region();
        if (own == null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        RegionCode region = asked.region() == null ? own : known(asked.region());
        if (!own.covers(region)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        YearMonth last = month(asked.until(), YearMonth.from(clock.today()), "/until");
        YearMonth first = month(asked.from(), last.minusMonths(MONTHS - 1L), "/from");
        return new FindStatistics(
                who.scope(),
                region.value(),
                asked.service(),
                asked.by() == null ? GROUPINGS.get(0) : asked.by(),
                first,
                last);
    }

    public Statistics of(FindStatistics question) {
        return reads.one(question, Statistics.class).orElseThrow();
    }

    List<FigureRow> rows(FindStatistics question, Statistics statistics) {
        long widest =
                statistics.lines().stream()
                        .mapToLong(it -> it.inTime() + it.late() + it.undated())
                        .max()
                        .orElse(0);
        return statistics.lines().stream()
                .map(
                        line ->
                                new FigureRow(
                                        line,
                                        name(question, line.key()),
                                        below(question, line.key()),
                                        widest))
                .toList();
    }

    /** From the supervisor's own region down to the one asked for, then those below it. */
    List<Regions.Choice> choices(FindStatistics question) {
        RegionCode own = question.scope().region();
        RegionCode asked = new RegionCode(question.region());
        List<Regions.Choice> choices = new ArrayList<>();
        for (RegionCode one : List.of(asked.province(), asked.city(), asked.county(), asked)) {
            Regions.Choice choice = new Regions.Choice(one.value(), regions.name(one.value()));
            if (own != null && own.covers(one) && !choices.contains(choice)) {
                choices.add(choice);
            }
        }
        choices.addAll(regions.below(asked));
        return choices;
    }

    private @Nullable String below(FindStatistics question, String key) {
        return question.by().equals("region")
                        && !key.equals(question.region())
                        && !regions.below(new RegionCode(key)).isEmpty()
                ? key
                : null;
    }

    private Text name(FindStatistics question, String key) {
        return switch (question.by()) {
            case "service" ->
                    catalogue.current(key).map(ServiceDefinition::name).orElse(Text.of(key, key));
            case "region" -> regions.name(key);
            case "outcome" -> outcome(key);
            default -> Text.of(key, key);
        };
    }

    private Text outcome(String key) {
        String own = key.substring(key.indexOf(':') + 1);
        return CaseStatus.of(key)
                .map(CaseStatus::words)
                .or(
                        () ->
                                catalogue.current().stream()
                                        .map(service -> service.endings().get(own))
                                        .filter(Objects::nonNull)
                                        .map(Ending::status)
                                        .findFirst())
                .orElse(Text.of(key, key));
    }

    private RegionCode known(String code) {
        RegionCode region = regions.known(code);
        if (region == null) {
            throw wrong("/region");
        }
        return region;
    }

    private static YearMonth month(@Nullable String text, YearMonth usual, String pointer) {
        if (text == null) {
            return usual;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            throw wrong(pointer);
        }
    }

    private static ProblemException wrong(String pointer) {
        return ProblemException.of(
                ProblemKind.INVALID_REQUEST,
                pointer,
                "unknown",
                Text.of(
                        "请从列表中选择，月份写作 2026-09。",
                        "Choose from the list; write a month as 2026-09."));
    }
}
