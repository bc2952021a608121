package org.banshi.catalogue.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.LanternLicence;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ReferenceData.Office;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReferenceDataTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final RegionCode WUSHAN = new RegionCode("440106001");
    private static final RegionCode DONGCHENG = new RegionCode("441900003");

    private final ReferenceData reference = LanternLicence.reference();

    @Test
    void names_the_place_of_an_identity_number_B1() {
        RegionCode region =
                IdentityNumber.parse("440106190503071237")
                        .value()
                        .flatMap(IdentityNumber::region)
                        .orElseThrow();

        assertThat(reference.region(region)).contains(Text.of("天河区", "Tianhe District"));
        assertThat(reference.region(region.city())).contains(Text.of("广州市", "Guangzhou"));
    }

    @Test
    void knows_what_lies_below_a_region_in_the_order_of_the_data() {
        assertThat(reference.below(new RegionCode("440100")))
                .containsExactly(TIANHE, new RegionCode("440111"));
        assertThat(reference.below(WUSHAN)).isEmpty();
    }

    @Test
    void seats_a_body_at_its_level() {
        assertThat(reference.seat("town", WUSHAN)).isEqualTo(WUSHAN);
        assertThat(reference.seat("county-lanterns", WUSHAN)).isEqualTo(TIANHE);
        assertThat(reference.seat("city-lanterns", WUSHAN)).hasToString("440100");
    }

    @Test
    void seats_a_county_body_in_the_city_where_there_are_no_counties() {
        assertThat(reference.seat("county-lanterns", DONGCHENG)).hasToString("441900");
    }

    @Test
    void names_an_office_after_its_region() {
        assertThat(reference.office("town", WUSHAN))
                .contains(
                        new Office(
                                "town",
                                WUSHAN,
                                Text.of("五山街道办事处", "Wushan Subdistrict Office"),
                                "020-00000001",
                                Text.of("灯笼路1号", "1 Lantern Road")));
        assertThat(reference.office("moon", WUSHAN)).isEmpty();
        assertThat(reference.office("town", new RegionCode("990000"))).isEmpty();
    }

    @Test
    void keeps_categories_in_the_order_of_the_data() {
        assertThat(reference.categories().keySet()).containsExactly("festivals", "welfare");
    }

    @Test
    void refuses_a_body_that_it_does_not_know() {
        assertThatThrownBy(() -> reference.seat("moon", WUSHAN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tells_everything_that_is_missing(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("regions.yaml"),
                """
                regions:
                  - code: "440000"
                    name: {zh: 广东省}
                    below:
                      - {code: "110000", name: {zh: 北京市, en: Beijing}}
                """);

        assertThatThrownBy(() -> YamlReferenceData.read(folder))
                .isInstanceOf(InvalidPackageException.class)
                .hasMessageContaining("regions.yaml:3: the English text is missing")
                .hasMessageContaining("regions.yaml:2: 110000 does not lie in 440000")
                .hasMessageContaining("bodies.yaml:1: the file is missing")
                .hasMessageContaining("categories.yaml:1: the file is missing")
                .hasMessageContaining("words/acts.yaml:1: the file is missing")
                .hasMessageContaining("words/facts.yaml:1: the file is missing")
                .hasMessageContaining("calendars:1: the folder is missing");
    }
}
