package org.banshi.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FormSchema;
import org.banshi.command.contract.application.FormData;
import org.junit.jupiter.api.Test;

/** On the real forms of the packages. */
class FormBinderTest {

    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final FormSchema ALLOWANCE =
            CATALOGUE.current("minimum-living-allowance").orElseThrow().form();
    private static final FormSchema PERMIT =
            CATALOGUE.current("residence-permit").orElseThrow().form();

    @Test
    void binds_a_household_that_satisfies_the_form() {
        FormData bound = FormBinder.bind(ALLOWANCE.schema(), household());

        assertThat(ALLOWANCE.validate(bound)).isEmpty();
        assertThat(bound.values())
                .containsEntry("monthlyIncome", new BigDecimal("2400"))
                .containsEntry("homes", 1)
                .containsEntry("otherProperty", false)
                .containsEntry("promise", true);
    }

    @Test
    void binds_a_part_among_the_answers_kept_before_and_drops_what_is_not_asked_any_more() {
        FormData before =
                new FormData(Map.of("homes", 1, "staffRelative", true, "staffRelativeNote", "叔叔"));
        Map<String, String[]> posted = new LinkedHashMap<>();
        put(posted, "/homes", "7");
        put(posted, "/staffRelative", "false");

        FormData bound =
                FormBinder.part(ALLOWANCE.schema(), posted, before, "staffRelative"::equals);

        assertThat(bound.values()).isEqualTo(Map.of("homes", 1, "staffRelative", false));
    }

    @Test
    void leaves_blank_rows_out_and_closes_the_gap() {
        Map<String, String[]> posted = household();
        put(posted, "/members/3/name", " ");
        put(posted, "/members/7/name", "王小雨");

        List<?> members =
                (List<?>) FormBinder.bind(ALLOWANCE.schema(), posted).values().get("members");

        assertThat(members).hasSize(2);
        assertThat(members.get(1)).isEqualTo(Map.of("name", "王小雨"));
    }

    @Test
    void reads_amounts_as_people_write_them() {
        Map<String, String[]> posted = household();
        put(posted, "/financialAssets", " 12，000.50 ");

        assertThat(FormBinder.bind(ALLOWANCE.schema(), posted).values())
                .containsEntry("financialAssets", new BigDecimal("12000.50"));
    }

    @Test
    void keeps_a_text_where_a_number_belongs_for_the_schema_to_object() {
        Map<String, String[]> posted = household();
        put(posted, "/monthlyIncome", "about 2000");

        FormData bound = FormBinder.bind(ALLOWANCE.schema(), posted);

        assertThat(bound.values()).containsEntry("monthlyIncome", "about 2000");
        assertThat(ALLOWANCE.validate(bound))
                .extracting(error -> error.pointer())
                .containsOnly("/monthlyIncome");
    }

    @Test
    void drops_answers_to_questions_that_are_no_longer_asked() {
        Map<String, String[]> posted = new LinkedHashMap<>();
        put(posted, "/applyFor", "self");
        put(posted, "/holderName", "left from before");

        assertThat(FormBinder.bind(PERMIT.schema(), posted).values()).containsOnlyKeys("applyFor");

        put(posted, "/applyFor", "child");
        assertThat(FormBinder.bind(PERMIT.schema(), posted).values()).containsKey("holderName");
    }

    @Test
    void reads_free_texts_one_a_line() {
        JsonNode visit =
                CATALOGUE
                        .current("minimum-living-allowance")
                        .orElseThrow()
                        .steps()
                        .get("home-visit")
                        .outcomes()
                        .get(0)
                        .form()
                        .orElseThrow()
                        .schema();
        Map<String, String[]> posted = new LinkedHashMap<>();
        put(posted, "/visitors", "调查员甲\r\n\r\n 调查员乙 ");

        assertThat(FormBinder.bind(visit, posted).values())
                .containsEntry("visitors", List.of("调查员甲", "调查员乙"));
    }

    @Test
    void ignores_what_the_form_does_not_ask() {
        Map<String, String[]> posted = household();
        put(posted, "_csrf", "token");
        put(posted, "act", "next");
        put(posted, "/amount", "9999");

        assertThat(FormBinder.bind(ALLOWANCE.schema(), posted).values())
                .doesNotContainKeys("_csrf", "act", "amount");
    }

    static Map<String, String[]> household() {
        Map<String, String[]> posted = new LinkedHashMap<>();
        put(posted, "/applyFor", "household");
        put(posted, "/address", "演示地址 1 号");
        put(posted, "/members/0/name", "李梅");
        put(posted, "/members/0/identityNumber", "440106190503120625");
        put(posted, "/members/0/relation", "self");
        put(posted, "/members/0/ability", "flexible");
        put(posted, "/members/0/monthlyIncome", "2400");
        put(posted, "/members/0/authority", "signed");
        posted.put("/members/0/incomeKinds", new String[] {"wages", "transfer"});
        put(posted, "/monthlyIncome", "2,400");
        put(posted, "/financialAssets", "6000");
        put(posted, "/homes", "1");
        put(posted, "/otherProperty", "false");
        put(posted, "/vehicles", "0");
        put(posted, "/business", "false");
        put(posted, "/staffRelative", "false");
        put(posted, "/accountHolder", "李梅");
        put(posted, "/bankName", "演示银行");
        put(posted, "/bankAccount", "6200000000000000001");
        put(posted, "/promise", "true");
        return posted;
    }

    private static void put(Map<String, String[]> posted, String name, String value) {
        posted.put(name, new String[] {value});
    }
}
