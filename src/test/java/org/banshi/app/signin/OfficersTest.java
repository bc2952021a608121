package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banshi.app.BanshiTest;
import org.banshi.app.staff.Officers;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.app.staff.StaffNames;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BanshiTest
class OfficersTest {

    private final Officers officers;
    private final StaffNames names;

    @Autowired
    OfficersTest(Officers officers, StaffNames names) {
        this.officers = officers;
        this.names = names;
    }

    @Test
    void are_those_of_the_body_in_the_region() {
        assertThat(accounts("town", "440106")).containsExactly("tianhe-town-1", "tianhe-town-2");
        assertThat(accounts("county-civil", "440104"))
                .containsExactly("yuexiu-civil-1", "yuexiu-civil-2");
    }

    @Test
    void work_in_the_regions_below_theirs_and_not_above() {
        assertThat(accounts("town", "440106001")).containsExactly("tianhe-town-1", "tianhe-town-2");
        assertThat(accounts("town", "440100")).isEmpty();
    }

    @Test
    void are_no_supervisors_nor_of_a_body_that_nobody_knows() {
        assertThat(accounts("town", "440106")).doesNotContain("tianhe-supervisor");
        assertThat(accounts("moon", "440106")).isEmpty();
    }

    @Test
    void are_called_by_name_among_colleagues_as_no_citizen_is() {
        assertThat(names.of("tianhe-town-1").map(Text::zh)).contains("天河街道经办员甲");
        assertThat(names.of("tianhe-supervisor")).isPresent();
        assertThat(names.of("li-mei")).isEmpty();
        assertThat(names.of("nobody")).isEmpty();
    }

    private List<String> accounts(String body, String region) {
        return officers.of(body, new RegionCode(region)).stream().map(Officer::account).toList();
    }
}
