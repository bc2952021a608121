package org.banshi.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list of the form handed in as a table: a column for each field of its rows, headed by the
 * field's label. Lists that allow it are marked by {@code x-ui.roster}.
 */
public final class Roster {

    /** What programs for tables take for a formula. */
    private static final String FORMULA = "=+-@\t";

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "√", "✓");
    private static final Set<String> NO = Set.of("否", "no", "n", "false", "0", "");

    private final String field;
    private final SchemaNode list;
    private final Map<String, SchemaNode> columns;

    private Roster(String field, SchemaNode list) {
        this.field = field;
        this.list = list;
        this.columns = list.items().properties();
    }

    /** The list of a form; empty where the form has none that may be handed in as a table. */
    public static Optional<Roster> of(JsonNode schema, String field) {
        return Optional.ofNullable(SchemaNode.root(schema).properties().get(field))
                .filter(it -> it.isRows() && it.ui().path("roster").asBoolean())
                .map(it -> new Roster(field, it));
    }

    /** Pointers of a form's lists that may be handed in as tables. */
    public static List<String> pointers(JsonNode schema) {
        return SchemaNode.root(schema).properties().keySet().stream()
                .filter(name -> of(schema, name).isPresent())
                .map(name -> "/" + name)
                .toList();
    }

    /**
     * Something wrong.
     *
     * @param line of the file, counted from 1; 0 where it is about the whole
     * @param column label of the column; null where it is about the line
     * @param message what is wrong and how to mend it; never repeats the value
     */
    public record Wrong(int line, @Nullable Text column, Text message) {}

    /** The rows as the form has them, and where in the file each began. */
    public record Table(List<Map<String, Object>> rows, List<Integer> lines, List<Wrong> wrong) {}

    public Text label() {
        return list.label(field);
    }

    /**
     * An empty table to fill in, which programs for tables open with Chinese letters as they are.
     */
    public String template(String language) {
        return "\uFEFF"
                + Csv.line(
                        columns.entrySet().stream()
                                .map(one -> one.getValue().label(one.getKey()).in(language))
                                .toList());
    }

    /**
     * Reads a table as far as its own shape goes; what its values may be the form's schema says.
     */
    public Table read(byte[] file) {
        List<Csv.Line> lines = Csv.read(file).stream().filter(line -> !line.isBlank()).toList();
        List<Wrong> wrong = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Integer> begun = new ArrayList<>();
        if (lines.size() < 2) {
            wrong.add(
                    new Wrong(
                            0,
                            null,
                            Text.of(
                                    "文件里没有名单。请下载模板，从第二行起每人填一行。",
                                    "The file has no rows. Take the template and fill in a line for"
                                            + " each person, from the second line on.")));
            return new Table(rows, begun, wrong);
        }
        List<String> names = head(lines.get(0), wrong);
        int most = list.keyword("maxItems").asInt(Integer.MAX_VALUE);
        if (lines.size() - 1 > most) {
            wrong.add(
                    new Wrong(
                            0, null, Text.of("最多 " + most + " 行。", "At most " + most + " rows.")));
        }
        if (wrong.isEmpty()) {
            for (Csv.Line line : lines.subList(1, lines.size())) {
                rows.add(row(line, names, wrong));
                begun.add(line.line());
            }
            repeated(rows, begun, wrong);
        }
        return new Table(rows, begun, wrong);
    }

    private List<String> head(Csv.Line head, List<Wrong> wrong) {
        Map<String, String> known = new HashMap<>();
        columns.forEach(
                (name, column) -> {
                    known.put(plain(name), name);
                    known.put(plain(column.label(name).zh()), name);
                    known.put(plain(column.label(name).en()), name);
                });
        List<String> names = new ArrayList<>();
        for (String cell : head.cells()) {
            String name = known.get(plain(cell));
            if (name == null && !cell.isBlank() || name != null && names.contains(name)) {
                wrong.add(
                        new Wrong(
                                head.line(),
                                null,
                                Text.of(
                                        "第 " + (names.size() + 1) + " 列的表头不对或者重复。请使用模板的表头。",
                                        "The head of column "
                                                + (names.size() + 1)
                                                + " is unknown or there twice. Use the heads of the"
                                                + " template.")));
            }
            names.add(name == null ? "" : name);
        }
        JsonNode required = list.items().keyword("required");
        required.forEach(
                name -> {
                    if (!names.contains(name.asText())) {
                        wrong.add(
                                new Wrong(
                                        head.line(),
                                        label(name.asText()),
                                        Text.of(
                                                "缺少这一列。请使用模板的表头。",
                                                "The column is missing. Use the heads of the"
                                                        + " template.")));
                    }
                });
        return names;
    }

    private Map<String, Object> row(Csv.Line line, List<String> names, List<Wrong> wrong) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String text = line.cells().get(i);
            String name = i < names.size() ? names.get(i) : "";
            if (name.isEmpty() && !text.isEmpty()) {
                wrong.add(
                        new Wrong(
                                line.line(),
                                null,
                                Text.of(
                                        "第 " + (i + 1) + " 列没有表头。请删去多余的内容。",
                                        "Column "
                                                + (i + 1)
                                                + " has no head. Remove what is too"
                                                + " much.")));
            } else if (!text.isEmpty()) {
                Object value = value(line, name, text, wrong);
                if (value != null) {
                    row.put(name, value);
                }
            }
        }
        return row;
    }

    private @Nullable Object value(Csv.Line line, String name, String text, List<Wrong> wrong) {
        SchemaNode column = columns.get(name);
        String type = column == null ? "string" : column.type();
        switch (type) {
            case "boolean":
                String word = text.toLowerCase(Locale.ROOT);
                if (YES.contains(word)) {
                    return true;
                }
                if (NO.contains(word)) {
                    return null;
                }
                add(wrong, line, name, Text.of("请填“是”或者“否”。", "Write yes or no."));
                return null;
            case "number", "integer":
                String plain = text.replaceAll("[,，\\s]", "");
                if (plain.matches("\\d{1,12}(\\.\\d{1,2})?")) {
                    return new BigDecimal(plain);
                }
                add(
                        wrong,
                        line,
                        name,
                        Text.of("请填数字，最多两位小数。", "Write a number with at most two decimals."));
                return null;
            default:
                return words(line, name, text, column, wrong);
        }
    }

    private @Nullable Object words(
            Csv.Line line,
            String name,
            String text,
            @Nullable SchemaNode column,
            List<Wrong> wrong) {
        boolean formatted = column != null && column.keyword("format").isTextual();
        if (formatted && SCIENTIFIC.matcher(text).matches()) {
            add(
                    wrong,
                    line,
                    name,
                    Text.of(
                            "号码被表格软件改成了科学计数法。请把这一列设为“文本”格式后重新填写。",
                            "The program for tables has rounded the number. Set the column to text"
                                    + " and write it again."));
            return null;
        }
        // What a formula looks like is nobody's name, and harms whoever opens the list later.
        if (!formatted && FORMULA.indexOf(text.charAt(0)) >= 0) {
            add(
                    wrong,
                    line,
                    name,
                    Text.of(
                            "不能以 = + - @ 开头。请只填文字。",
                            "It must not begin with = + - or @. Write plain words."));
            return null;
        }
        return text;
    }

    /** A number that is there twice is one person entered twice. */
    private void repeated(List<Map<String, Object>> rows, List<Integer> lines, List<Wrong> wrong) {
        Map<Object, Integer> seen = new HashMap<>();
        columns.forEach(
                (name, column) -> {
                    if (!column.keyword("format").asText().equals("identity-number")) {
                        return;
                    }
                    for (int i = 0; i < rows.size(); i++) {
                        Object number = rows.get(i).get(name);
                        Integer first =
                                number == null
                                        ? null
                                        : seen.putIfAbsent(
                                                number.toString().toUpperCase(Locale.ROOT),
                                                lines.get(i));
                        if (first != null) {
                            wrong.add(
                                    new Wrong(
                                            lines.get(i),
                                            column.label(name),
                                            Text.of(
                                                    "与第 " + first + " 行相同。请删去重复的一行。",
                                                    "The same as in line "
                                                            + first
                                                            + ". Remove one of them.")));
                        }
                    }
                });
    }

    /** What the form's schema says of the rows, by line and column. */
    public List<Wrong> placed(List<FieldError> errors, Table table) {
        List<Wrong> wrong = new ArrayList<>();
        String prefix = "/" + field + "/";
        for (FieldError error : errors) {
            if (error.pointer().startsWith(prefix)) {
                String[] path = error.pointer().substring(prefix.length()).split("/");
                int row = Integer.parseInt(path[0]);
                wrong.add(
                        new Wrong(
                                table.lines().get(row),
                                path.length > 1 ? label(path[1]) : null,
                                error.message()));
            }
        }
        return wrong;
    }

    public String field() {
        return field;
    }

    private void add(List<Wrong> wrong, Csv.Line line, String name, Text message) {
        wrong.add(new Wrong(line.line(), label(name), message));
    }

    private Text label(String name) {
        SchemaNode column = columns.get(name);
        return column == null ? Text.of(name, name) : column.label(name);
    }

    private static String plain(String head) {
        return head.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
