package org.banshi.app.confirm;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * The second look before an act that cannot be taken back. The first answer to its form is a page
 * that asks, shows to whom and why, and tells what follows; the button there sends the same fields
 * once more to the same address, says that it is sure, and brings a key, so that a second press
 * does nothing more. Works without scripts.
 *
 * @param name its words are three messages: {@code <name>.sure} asks, {@code <name>.tell} says what
 *     follows, {@code <name>.yes} stands on the button
 * @param action where the form goes, once more
 * @param back where whoever thinks better of it goes
 * @param rows what it is about
 * @param fields what was sent
 * @param key of the request that is sure
 */
public record Confirmation(
        String name, String action, String back, List<Row> rows, List<Field> fields, String key) {

    private static final String SURE = "sure";

    /** What the page that asks sends by itself. */
    private static final Set<String> OWN = Set.of(SURE, "key", "_csrf");

    /**
     * A line of what it is about.
     *
     * @param label name of a message
     * @param value in the page's language; where it {@code isMessage}, name of a message, too
     */
    public record Row(String label, String value, boolean isMessage) {}

    /** A field of the form, as it was sent. */
    public record Field(String name, String value) {}

    public Confirmation {
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
    }

    /** Whether whoever sent {@code request} was asked, and is sure. */
    public static boolean given(HttpServletRequest request) {
        return "true".equals(request.getParameter(SURE));
    }

    /** Asks about what {@code request} is to do. */
    public static Confirmation of(String name, HttpServletRequest request, String back) {
        List<Field> fields =
                request.getParameterMap().entrySet().stream()
                        .filter(sent -> !OWN.contains(sent.getKey()))
                        .flatMap(
                                sent ->
                                        Arrays.stream(sent.getValue())
                                                .map(value -> new Field(sent.getKey(), value)))
                        .toList();
        return new Confirmation(
                name,
                request.getRequestURI(),
                back,
                List.of(),
                fields,
                UUID.randomUUID().toString());
    }

    /** Sending nothing on but these fields; what else came is kept already. */
    public Confirmation sending(String... names) {
        Set<String> sent = Set.of(names);
        List<Field> few = fields.stream().filter(field -> sent.contains(field.name())).toList();
        return new Confirmation(name, action, back, rows, few, key);
    }

    /** With one more line of what it is about; none where there is nothing to say. */
    public Confirmation about(String label, @Nullable String value) {
        return value == null || value.isBlank() ? this : with(new Row(label, value, false));
    }

    /** Likewise, where a message of that name says it. */
    public Confirmation chosen(String label, String message) {
        return with(new Row(label, message, true));
    }

    private Confirmation with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new Confirmation(name, action, back, more, fields, key);
    }

    /** The page of its own that asks. */
    public String page(Model model) {
        model.addAttribute("confirmation", this);
        return "confirm";
    }
}
