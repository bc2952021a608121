package org.banshi.web.officer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.banshi.catalogue.Facets;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.text.Text;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView.Field;
import org.banshi.web.form.FormView.Kind;
import org.banshi.web.page.Words;

/** What the work list of an item can be narrowed by, with what there is to choose. */
final class FacetFields {

    private static final int MONTHS = 24;

    /**
     * A field of the form.
     *
     * @param choices each with a facet as its value
     */
    record FacetField(String name, Text label, List<Choice> choices) {}

    /** One value. */
    record Choice(String facet, String words) {}

    private FacetFields() {}

    static List<FacetField> of(ServiceDefinition service, LocalDate today, Words say) {
        Map<String, Field> fields = FormRenderer.fields(service.form().schema());
        List<FacetField> offered = new ArrayList<>();
        for (String name : service.facets()) {
            Field field = fields.get(name);
            if (field != null) {
                List<Choice> choices =
                        values(field, today, say).stream()
                                .map(it -> new Choice(name + "=" + it.facet(), it.words()))
                                .filter(it -> Facets.isOne(it.facet()))
                                .toList();
                offered.add(new FacetField(name, field.label(), choices));
            }
        }
        return offered;
    }

    private static List<Choice> values(Field field, LocalDate today, Words say) {
        if (!field.choices().isEmpty()) {
            return field.choices().stream()
                    .map(it -> new Choice(it.value(), say.of(it.label())))
                    .toList();
        }
        if (field.kind() == Kind.YES_NO || field.kind() == Kind.TICK) {
            return List.of(
                    new Choice("true", say.of(Text.of("是", "Yes"))),
                    new Choice("false", say.of(Text.of("否", "No"))));
        }
        if (field.max() != null) {
            return IntStream.rangeClosed(0, Integer.parseInt(field.max()))
                    .mapToObj(String::valueOf)
                    .map(it -> new Choice(it, it))
                    .toList();
        }
        YearMonth last = YearMonth.from(today);
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> last.minusMonths(back).toString())
                .map(it -> new Choice(it, say.month(it)))
                .toList();
    }
}
