package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;
import org.banshi.process.act.CountedLots;
import org.banshi.process.act.Lots;
import org.banshi.process.world.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each item, share, county and year has a row of its own. */
@ProcessTest
class LotsTest {

    private static final RegionCode LOTS_COUNTY = new RegionCode("440115");
    private static final int YEAR = 2031;

    @Autowired private DataSource dataSource;

    @Test
    void counts_the_cases_of_each_item_and_share_from_one() {
        Lots lots = new CountedLots(JdbcClient.create(dataSource));

        Lot first = lots.next("stall-permit", 30, LOTS_COUNTY, YEAR);
        Lot second = lots.next("stall-permit", 30, LOTS_COUNTY, YEAR);
        Lot ofAnother = lots.next("lantern-permit", 30, LOTS_COUNTY, YEAR);
        Lot ofMore = lots.next("stall-permit", 50, LOTS_COUNTY, YEAR);
        Lot nextYear = lots.next("stall-permit", 30, LOTS_COUNTY, YEAR + 1);

        assertThat(first.serial()).isEqualTo(1);
        assertThat(second.serial()).isEqualTo(2);
        assertThat(second.seed()).isEqualTo(first.seed());
        assertThat(second.service()).isEqualTo("stall-permit");
        assertThat(ofAnother.serial()).isEqualTo(1);
        assertThat(ofAnother.seed()).isNotEqualTo(first.seed());
        assertThat(ofMore.serial()).isEqualTo(1);
        assertThat(nextYear.serial()).isEqualTo(1);
    }
}
