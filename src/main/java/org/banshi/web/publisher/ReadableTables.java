package org.banshi.web.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.decision.DecisionPicture;
import org.banshi.catalogue.decision.DecisionPicture.Column;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.text.Text;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decision tables in words: regions by name, sources by title, comparisons as people write them.
 */
@Component
class ReadableTables {

    private static final String SOURCE = "source";
    private static final String PROVISIONAL = "provisional";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NOT = Pattern.compile("not\\((.+)\\)");

    private final Catalogue catalogue;
    private final Regions regions;

    ReadableTables(Catalogue catalogue, Regions regions) {
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /**
     * A table on a page.
     *
     * @param policy which row is taken, as DMN calls it; empty where it is one expression
     * @param sourced whether rows name their source
     */
    record Table(
            String id,
            String name,
            String file,
            String policy,
            List<String> asked,
            List<String> answered,
            boolean sourced,
            List<Row> rows,
            String expression) {}

    /**
     * A row on a page.
     *
     * @param note what it is for; may be empty
     * @param source null where it names none
     * @param provisional whether its figures are to be confirmed
     */
    record Row(
            List<String> asked,
            List<String> answered,
            String note,
            @Nullable String source,
            boolean provisional) {}

    /** All decisions of a package. */
    List<Table> of(PackageFiles files, Words say) {
        Map<String, Map<String, Text>> outcomes =
                PackageLoader.manifest(files, new Findings()).decisions();
        return DecisionPicture.of(files).stream()
                .map(it -> table(it, outcomes.getOrDefault(it.id(), Map.of()), say))
                .toList();
    }

    private Table table(DecisionPicture decision, Map<String, Text> outcomes, Words say) {
        List<Integer> shown = new ArrayList<>();
        for (int at = 0; at < decision.outputs().size(); at++) {
            String column = decision.outputs().get(at).name();
            if (!column.equals(SOURCE) && !column.equals(PROVISIONAL)) {
                shown.add(at);
            }
        }
        return new Table(
                decision.id(),
                decision.name(),
                decision.file(),
                decision.policy(),
                decision.inputs().stream().map(Column::label).toList(),
                shown.stream().map(at -> decision.outputs().get(at).label()).toList(),
                decision.outputs().stream().anyMatch(it -> it.name().equals(SOURCE)),
                decision.rows().stream()
                        .map(it -> row(decision, it, shown, outcomes, say))
                        .toList(),
                decision.expression());
    }

    private Row row(
            DecisionPicture decision,
            DecisionPicture.Row row,
            List<Integer> shown,
            Map<String, Text> outcomes,
            Words say) {
        return new Row(
                row.inputs().stream().map(it -> cell(it, Map.of(), say)).toList(),
                shown.stream()
                        .map(at -> at < row.outputs().size() ? row.outputs().get(at) : "")
                        .map(it -> cell(it, outcomes, say))
                        .toList(),
                row.note(),
                row.output(decision, SOURCE)
                        .map(it -> WORD.matcher(it).replaceAll("$1"))
                        .map(it -> say.of(catalogue.reference().sources().readable(it)))
                        .orElse(null),
                row.output(decision, PROVISIONAL).filter("true"::equals).isPresent());
    }

    private String cell(String text, Map<String, Text> outcomes, Words say) {
        Matcher not = NOT.matcher(text);
        if (not.matches()) {
            return say.of(Text.of("非 ", "not ")) + cell(not.group(1), outcomes, say);
        }
        if (text.equals("true") || text.equals("false")) {
            return say.of(text.equals("true") ? Text.of("是", "yes") : Text.of("否", "no"));
        }
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(named(word.group(1), outcomes, say)))
                .replace(">=", "≥")
                .replace("<=", "≤");
    }

    private String named(String word, Map<String, Text> outcomes, Words say) {
        if (outcomes.containsKey(word)) {
            return say.of(outcomes.get(word));
        }
        return regions.known(word) == null ? word : say.of(regions.name(word)) + " " + word;
    }
}
