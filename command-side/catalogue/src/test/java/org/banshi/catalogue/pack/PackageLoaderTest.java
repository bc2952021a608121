package org.banshi.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageLoaderTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);

    private final ServiceDefinition lantern = LanternLicence.definition();

    @Test
    void reads_what_the_package_says() {
        assertThat(lantern.version()).isEqualTo(LanternLicence.VERSION);
        assertThat(lantern.contentHash()).isEqualTo(LanternLicence.valid().files().contentHash());
        assertThat(lantern.name()).isEqualTo(Text.of("灯笼许可", "Lantern licence"));
        assertThat(lantern.family()).isEmpty();
        assertThat(lantern.implementationCode()).hasSize(31);
        assertThat(lantern.trustLevel()).isEqualTo(3);
        assertThat(lantern.consultationPhone()).isEqualTo("12345");
        assertThat(lantern.materials())
                .extracting(m -> m.code())
                .containsExactly("sketch", "consent");
        assertThat(lantern.decisions())
                .containsExactly("eligibility", "known", "stageLimit", "tariff");
        assertThat(lantern.resultLines())
                .extracting(l -> l.key())
                .containsExactly("deposit", "lanterns");
        assertThat(lantern.reasons()).containsOnlyKeys("too-many");
        assertThat(new String(lantern.process(), StandardCharsets.UTF_8))
                .contains("lantern-licence");
        assertThat(lantern.guide("en-GB")).startsWith("# Lantern licence");
        assertThat(lantern.guide("zh-CN")).startsWith("# 灯笼许可");
    }

    @ParameterizedTest
    @CsvSource({
        "440106, true",
        "440106001, true",
        "441900003, true",
        "440300, false",
        "450000, false"
    })
    void is_offered_in_its_regions_and_not_in_the_exceptions(String region, boolean offered) {
        assertThat(lantern.offeredIn(new RegionCode(region))).isEqualTo(offered);
    }

    @Test
    void keeps_steps_and_outcomes_in_the_order_written() {
        Step review = lantern.steps().get("review-papers");

        assertThat(lantern.steps().keySet())
                .containsExactly("review-papers", "check-shop", "decide-licence");
        assertThat(review.body()).isEqualTo("town");
        assertThat(review.outcomes())
                .extracting(Step.Outcome::key)
                .containsExactly("accept", "supplement", "refuse");
        assertThat(review.outcomes().get(0).form()).isEmpty();
        assertThat(review.outcomes().get(1).form()).isPresent();
    }

    @Test
    void reads_automatic_steps() {
        assertThat(lantern.automaticSteps())
                .containsEntry(
                        "ask-shop",
                        new AutomaticStep(
                                "ask-shop",
                                "register",
                                "",
                                Map.of("question", "shop", "register", "shops")))
                .containsEntry(
                        "approve", new AutomaticStep("approve", "conclusion", "approve", Map.of()));
    }

    @Test
    void a_written_limit_wins_over_the_table() {
        assertThat(lantern.limit("review-papers", TIANHE, DAY))
                .contains(new Limit(2, TermUnit.WORKING_DAYS, "灯笼管理办法（虚构） 第三条", false));
        assertThat(lantern.limit("check-shop", TIANHE, DAY))
                .contains(new Limit(3, TermUnit.CALENDAR_DAYS, "承诺", true));
        assertThat(lantern.limit("overall", TIANHE, DAY)).map(Limit::amount).contains(10);
        assertThat(lantern.statutoryLimit(TIANHE, DAY)).map(Limit::amount).contains(20);
    }

    @Test
    void there_is_no_limit_where_the_table_has_no_row() {
        assertThat(lantern.limit("overall", TIANHE, LocalDate.of(2027, 1, 1)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void its_own_words_win_over_the_shared_ones() {
        assertThat(lantern.words("application.accepted").title().en())
                .isEqualTo("Lanterns accepted");
        assertThat(lantern.words("application.applied").title().en()).isEqualTo("Applied");
        assertThat(lantern.words("application.rated").who()).isNull();
        assertThatThrownBy(() -> lantern.words("engine.step"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_package_that_cannot_be_read() {
        PackageFiles broken =
                LanternLicence.valid().replace("service.yaml", "name:", "nam:").files();
        PackageLoader loader = new PackageLoader(LanternLicence.reference());

        assertThatThrownBy(() -> loader.load(LanternLicence.VERSION, broken))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageContaining("service.yaml:1: \"name\" is missing")
                .hasMessageContaining("service.yaml:1: \"nam\" is not a word of this format");
    }
}
