package org.banshi.web.supervisor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.caseload.FindStatistics;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Table;
import org.banshi.web.page.TableFiles;
import org.banshi.web.page.Words;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A supervisor's figures: a table with bars, and the same as a file. */
@Controller
class StatisticsPage {

    private static final Text NO_NAME = Text.of("", "");

    private final Figures figures;
    private final Catalogue catalogue;
    private final Regions regions;
    private final MessageSource messages;

    StatisticsPage(Figures figures, Catalogue catalogue, Regions regions, MessageSource messages) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.regions = regions;
        this.messages = messages;
    }

    @GetMapping("/work/statistics")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        FindStatistics question = figures.question(who, asked(region, service, by, from, until));
        Statistics statistics = figures.of(question);
        model.addAttribute("question", question);
        model.addAttribute("rows", figures.rows(question, statistics));
        model.addAttribute("total", new FigureRow(statistics.total(), NO_NAME, null, 0));
        model.addAttribute("ends", FigureRow.ENDS);
        model.addAttribute("groupings", Figures.GROUPINGS);
        model.addAttribute("services", catalogue.current());
        model.addAttribute("choices", figures.choices(question));
        model.addAttribute("place", regions.name(question.region()));
        return "supervisor/statistics";
    }

    /** What the page shows, in the page's language. */
    @GetMapping({"/work/statistics.csv", "/work/statistics.xlsx"})
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            HttpServletRequest request,
            Locale locale) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        FindStatistics question = figures.question(who, asked(region, service, by, from, until));
        Statistics statistics = figures.of(question);
        Words say = new Words(locale);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        figures.rows(question, statistics).forEach(row -> rows.add(cells(row, say.of(row.name()))));
        rows.add(
                cells(
                        new FigureRow(statistics.total(), NO_NAME, null, 0),
                        word("figures.total", locale)));
        Table table = new Table(word("nav.statistics", locale), heads(question, say, locale), rows);
        String name =
                "statistics-%s-%s-%s"
                        .formatted(question.region(), question.from(), question.until());
        return request.getRequestURI().endsWith(".csv")
                ? TableFiles.csv(table, name)
                : TableFiles.xlsx(List.of(table), name);
    }

    private List<String> heads(FindStatistics question, Words say, Locale locale) {
        List<String> heads = new ArrayList<>();
        heads.add(word("figures.by." + question.by(), locale));
        heads.add(word("figures.received", locale));
        heads.add(word("figures.open", locale));
        FigureRow.ENDS.forEach(end -> heads.add(say.of(end.words())));
        for (String column : List.of("intime", "late", "undated", "kept", "median", "slowest")) {
            heads.add(word("figures." + column, locale));
        }
        return heads;
    }

    private static List<@Nullable Object> cells(FigureRow row, String name) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(name);
        cells.add(row.line().received());
        cells.add(row.line().open());
        FigureRow.ENDS.forEach(end -> cells.add(row.ended(end)));
        cells.add(row.line().inTime());
        cells.add(row.line().late());
        cells.add(row.line().undated());
        cells.add(row.kept());
        cells.add(row.line().median());
        cells.add(row.line().slowest());
        return cells;
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static Figures.Asked asked(
            @Nullable String region,
            @Nullable String service,
            @Nullable String by,
            @Nullable String from,
            @Nullable String until) {
        return new Figures.Asked(
                given(region), given(service), given(by), given(from), given(until));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
