package org.banshi.app.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.banshi.app.letter.LetterText.Part;
import org.banshi.app.letter.LetterText.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters on A4, with the letters of their font in them. */
class LetterPdfTest {

    private static final Faces FACES = new Faces(Faces.FOLDERS);
    private static final String SENTENCE = "经审查，您的申请符合受理条件，决定受理（编号：AB-1）。";

    @Test
    void has_the_office_the_number_the_body_a_place_for_the_seal_and_page_numbers()
            throws IOException {
        byte[] pdf = print(List.of(new Part(Style.PARAGRAPH, SENTENCE)));

        assertThat(PdfText.of(pdf))
                .contains("天河区劳动人事争议仲裁委员会", "受理通知书", "编号：1234", SENTENCE)
                .contains("（印章）", "2026年11月23日", "第 1 页 共 1 页");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isEqualTo(PDRectangle.A4.getWidth());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("受理通知书");
        }
    }

    @Test
    void carries_its_letters_along_so_that_any_machine_prints_it() throws IOException {
        byte[] pdf = print(List.of(new Part(Style.PARAGRAPH, SENTENCE)));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary fonts =
                    document.getPage(0)
                            .getResources()
                            .getCOSObject()
                            .getCOSDictionary(COSName.FONT);
            assertThat(fonts.keySet()).isNotEmpty();
            for (COSName name : fonts.keySet()) {
                COSDictionary font = fonts.getCOSDictionary(name);
                assertThat(font.getCOSName(COSName.SUBTYPE)).isEqualTo(COSName.TYPE3);
                assertThat(font.getCOSDictionary(COSName.CHAR_PROCS).size()).isPositive();
            }
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void says_of_a_file_that_is_kept_what_it_is_what_its_colours_mean_and_when_it_was_made()
            throws IOException {
        LetterText text =
                new LetterText(
                        "zh-CN",
                        "审计档案 <A&B>",
                        "最低生活保障",
                        "编号：1",
                        List.of(new Part(Style.PLAIN, SENTENCE)),
                        "",
                        "",
                        "编号：1",
                        "第 %1$d 页 共 %2$d 页");

        byte[] pdf = new LetterPdf(FACES).archival(text, Instant.parse("2026-11-23T01:02:03Z"));

        assertThat(PdfText.of(pdf)).contains(SENTENCE).doesNotContain("印章");
        assertThat(PdfA.faults(pdf)).as("by veraPDF").isEmpty();
        assertThat(PdfA.faults(print(List.of(new Part(Style.PLAIN, SENTENCE)))))
                .as("a letter is none that is kept")
                .isNotEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String xmp =
                    new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            StandardCharsets.UTF_8);
            assertThat(xmp)
                    .contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U<")
                    .contains("审计档案 &lt;A&amp;B&gt;", "2026-11-23T01:02:03Z");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(document.getDocument().getDocumentID()).isNotNull();
            assertThat(document.isEncrypted()).isFalse();
            COSDictionary fonts =
                    document.getPage(0)
                            .getResources()
                            .getCOSObject()
                            .getCOSDictionary(COSName.FONT);
            for (COSName name : fonts.keySet()) {
                assertThat(fonts.getCOSDictionary(name).getItem(COSName.TO_UNICODE)).isNotNull();
            }
        }
    }

    @Test
    void goes_on_for_pages_and_loses_no_letter_however_many_differ() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int letter = 0x4E00; letter < 0x4E00 + 2_500; letter++) {
            many.appendCodePoint(letter);
        }

        byte[] pdf = print(List.of(new Part(Style.PLAIN, many.toString())));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (PDPage page : document.getPages()) {
                assertThat(page.hasContents()).isTrue();
            }
            int pages = document.getNumberOfPages();
            assertThat(PdfText.of(pdf)).contains("第 %d 页 共 %d 页".formatted(pages, pages));
        }
        String text = PdfText.of(pdf);
        assertThat(many.codePoints().filter(one -> text.indexOf(one) < 0).count()).isZero();
    }

    @Test
    void begins_no_line_with_a_closing_mark_and_cuts_no_word() {
        LineBreaks breaks = new LineBreaks(FACES.face(), 12);
        String words = "应当在收到之日起十五日内，向人民法院（labour division）提起诉讼。".repeat(8);

        List<String> lines = breaks.lines(words, 117, 24);

        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(words.replace(" ", ""));
        assertThat(lines)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        line -> {
                            assertThat(line).doesNotStartWith("，").doesNotStartWith("。");
                            assertThat(line).doesNotEndWith("（").doesNotEndWith("labou");
                        });
    }

    @Test
    void says_what_to_install_where_there_is_no_font(@TempDir Path empty) {
        LetterPdf printer = new LetterPdf(new Faces(List.of(empty)));

        assertThatThrownBy(() -> printer.print(letter(new ArrayList<>())))
                .isInstanceOf(NoFontException.class)
                .hasMessageContaining("fonts-noto-cjk");
    }

    private static byte[] print(List<Part> body) {
        return new LetterPdf(FACES).print(letter(body));
    }

    private static LetterText letter(List<Part> body) {
        return new LetterText(
                "zh-CN",
                "天河区劳动人事争议仲裁委员会",
                "受理通知书",
                "编号：1234",
                body,
                "（印章）",
                "2026年11月23日",
                "编号：1234",
                "第 %1$d 页 共 %2$d 页");
    }
}
