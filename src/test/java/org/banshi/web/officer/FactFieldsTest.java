package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.banshi.catalogue.points.Indicator;
import org.banshi.catalogue.points.Measure;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.junit.jupiter.api.Test;

class FactFieldsTest {

    @Test
    void of_the_permit_its_last_day_is_put_right_too() {
        assertThat(FactFields.read(years("permit-years"), typed("2027-06-01")))
                .contains(new FormData(Map.of("since", "2020-05-01", "validUntil", "2027-06-01")));
        assertThat(FactFields.read(years("permit-years"), typed("tomorrow"))).isEmpty();
        assertThat(FactFields.read(years("research"), typed("2027-06-01")))
                .contains(new FormData(Map.of("since", "2020-05-01")));
    }

    private static Map<String, String> typed(String until) {
        return Map.of("fact-since", "2020-05-01", "fact-validUntil", until);
    }

    private static Indicator years(String key) {
        return new Indicator(
                key,
                Indicator.Group.BASE,
                Text.of("年限", "Years"),
                new Measure.FullYears(BigDecimal.ONE, null),
                null,
                true,
                "invented",
                false);
    }
}
