package org.banshi.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tables as files: CSV, or a workbook (.xlsx) with a sheet for each. In a workbook a text is a text
 * whatever it begins with: no cell holds a formula.
 */
public final class TableFiles {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Most characters of a sheet's name, and what it may not have in it. */
    private static final int LONGEST_NAME = 31;

    private static final String NOT_IN_NAMES = "[\\\\/?*\\[\\]:']";

    private TableFiles() {}

    /** The table as {@code name}.csv. */
    public static ResponseEntity<byte[]> csv(Table table, String name) {
        Csv csv = new Csv().row(table.heads());
        table.rows().forEach(csv::row);
        return file(csv.bytes(), CSV, name + ".csv");
    }

    /** The tables as {@code name}.xlsx. */
    public static ResponseEntity<byte[]> xlsx(List<Table> tables, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Banshi", "1.0")) {
            for (Table table : tables) {
                write(table, book.newWorksheet(sheetName(table.name())));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file(out.toByteArray(), XLSX, name + ".xlsx");
    }

    private static void write(Table table, Worksheet sheet) throws IOException {
        sheet.freezePane(0, 1);
        for (int column = 0; column < table.heads().size(); column++) {
            sheet.value(0, column, table.heads().get(column));
            sheet.style(0, column).bold().wrapText(true).set();
            sheet.width(column, column == 0 ? 30 : 14);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            List<@Nullable Object> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(sheet, row + 1, column, cells.get(column));
            }
        }
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    private static String sheetName(String name) {
        String plain = name.replaceAll(NOT_IN_NAMES, " ").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
