package org.banshi.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.web.form.Roster.Table;
import org.banshi.web.form.Roster.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters as programs for tables save them. */
class RosterTest {

    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final Roster ROSTER =
            Roster.of(
                            CATALOGUE.current("labour-arbitration").orElseThrow().form().schema(),
                            "members")
                    .orElseThrow();
    private static final String HEAD = "姓名,身份证号码,手机号码,是代表人,第一项请求的金额\n";
    private static final String ONE = "周阿福,440106190405060139,13800000011,是,\"8,000.50\"\n";

    @Test
    void reads_its_own_template_filled_in() {
        assertThat(ROSTER.template("zh")).isEqualTo("\uFEFF" + HEAD.strip() + "\r\n");

        Table table = read(ROSTER.template("zh") + ONE);

        assertThat(table.wrong()).isEmpty();
        assertThat(table.rows())
                .containsExactly(
                        Map.of(
                                "name",
                                "周阿福",
                                "number",
                                "440106190405060139",
                                "phone",
                                "13800000011",
                                "represents",
                                true,
                                "amount",
                                new BigDecimal("8000.50")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name,Identity number", "name,NUMBER", "姓名, 身份证号码 "})
    void takes_heads_in_both_languages_and_in_the_forms_own_words(String head) {
        assertThat(read(head + "\n周阿福,440106190405060139\n").wrong()).isEmpty();
    }

    @Test
    void reads_what_chinese_windows_saves_and_tables_with_semicolons_and_tabs() {
        String text = HEAD + ONE;
        assertThat(ROSTER.read(text.getBytes(Charset.forName("GB18030"))).rows().get(0))
                .containsEntry("name", "周阿福");
        assertThat(read("姓名;身份证号码\n周阿福;440106190405060139").rows()).hasSize(1);
        assertThat(read("姓名\t身份证号码\r\n周阿福\t440106190405060139\r\n\r\n").rows()).hasSize(1);
    }

    @Test
    void names_line_and_column_of_each_mistake_and_how_to_mend_it() {
        Table table =
                read(
                        HEAD
                                + ONE
                                + "李梅,4.40106E+17,13800000012,是,1\n"
                                + "\n"
                                + "王小明,440106190605120028,13800000013,也许,一千\n");

        assertThat(table.wrong()).extracting(Wrong::line).containsExactly(3, 5, 5);
        assertThat(table.wrong())
                .extracting(wrong -> String.valueOf(wrong.column().zh()))
                .containsExactly("身份证号码", "是代表人", "第一项请求的金额");
        assertThat(table.wrong().get(0).message().zh()).contains("科学计数法", "文本");
        assertThat(table.wrong().get(1).message().en()).isEqualTo("Write yes or no.");
        assertThat(table.wrong().toString()).doesNotContain("4.40106E+17", "也许", "一千");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+cmd", "-1+1", "@SUM(A1)"})
    void takes_no_formula_for_a_name(String formula) {
        Table table = read(HEAD + formula + ",440106190405060139,,,\n");

        assertThat(table.rows().get(0)).doesNotContainKey("name");
        assertThat(table.wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.message().zh()).contains("不能以"));
    }

    @Test
    void finds_whoever_is_there_twice() {
        assertThat(read(HEAD + ONE + ONE).wrong())
                .singleElement()
                .satisfies(
                        wrong -> {
                            assertThat(wrong.line()).isEqualTo(3);
                            assertThat(wrong.message().zh()).contains("第 2 行");
                        });
    }

    @Test
    void refuses_heads_that_it_does_not_know_and_asks_for_those_that_are_missing() {
        assertThat(read("姓名,工号\n周阿福,7\n").wrong())
                .extracting(wrong -> wrong.message().en())
                .anyMatch(words -> words.startsWith("The head of column 2"))
                .anyMatch(words -> words.startsWith("The column is missing"));
        assertThat(read("").wrong()).hasSize(1);
        assertThat(read(HEAD).wrong()).hasSize(1);
    }

    @Test
    void keeps_line_numbers_right_after_a_cell_of_several_lines() {
        Table table = read("姓名,身份证号码\n\"周\n阿福\",440106190405060139\n李梅,440106190405060139\n");

        assertThat(table.lines()).containsExactly(2, 4);
        assertThat(table.rows().get(0)).containsEntry("name", "周\n阿福");
    }

    @Test
    void takes_hundreds_of_lines_and_no_more_than_the_form() {
        assertThat(read(HEAD + line(999)).rows()).hasSize(999);
        assertThat(read(HEAD + line(1_000)).wrong())
                .extracting(wrong -> wrong.message().en())
                .containsExactly("At most 999 rows.");
    }

    private static String line(int times) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < times; i++) {
            lines.append("周阿福,").append(i).append(",,,\n");
        }
        return lines.toString();
    }

    private static Table read(String text) {
        return ROSTER.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
