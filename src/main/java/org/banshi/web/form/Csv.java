package org.banshi.web.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads tables as programs for tables save them: RFC 4180, also with semicolons or tabs, in UTF-8
 * or, as Chinese Windows writes it, in GB 18030.
 */
final class Csv {

    /** A line of the table; {@code line} is where it begins in the file, counted from 1. */
    record Line(int line, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int line = 1;
    private int begun = 1;

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static List<Line> read(byte[] bytes) {
        Csv csv = new Csv(decode(bytes));
        csv.read();
        return csv.lines;
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        for (char one : new char[] {',', '\t', ';'}) {
            if (head.indexOf(one) >= 0) {
                return one;
            }
        }
        return ',';
    }

    private void read() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            boolean doubled = at == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (quoted && doubled) {
                cell.append('"');
                i++;
            } else if (at == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (quoted) {
                cell.append(at);
                line += at == '\n' ? 1 : 0;
            } else if (at == separator) {
                endCell();
            } else if (at == '\n') {
                endLine();
            } else if (at != '\r') {
                cell.append(at);
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endLine();
        }
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(new Line(begun, cells));
        cells = new ArrayList<>();
        line++;
        begun = line;
    }

    /** A line as it is written: every cell in quotes where it has to be. */
    static String line(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(
                                        text ->
                                                text.matches("(?s).*[\",\r\n].*")
                                                        ? '"' + text.replace("\"", "\"\"") + '"'
                                                        : text)
                                .toList())
                + "\r\n";
    }
}
