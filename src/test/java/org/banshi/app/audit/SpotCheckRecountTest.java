package org.banshi.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.longThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.app.audit.SpotCheckRecount.Row;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;
import org.banshi.command.contract.social.SocialEvent.SpotCheckDrawn;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpotCheckRecountTest {

    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final String OIL = "oil-money";

    private final EventLog log = mock();
    private final List<Recorded> events = new ArrayList<>();

    @Test
    void repeats_the_draws_of_each_item_by_itself() {
        draws(OIL, "a", 1, 2, 3, 4);
        draws("lamp-money", "b", 1, 2);

        assertThat(recount())
                .extracting(Row::service, Row::cases, Row::differing)
                .containsExactly(tuple(OIL, 4, 0), tuple("lamp-money", 2, 0));
    }

    @Test
    void tells_the_first_case_that_was_left_out_or_drawn_otherwise() {
        draws(OIL, "a", 1, 2, 4);
        assertThat(recount()).extracting(Row::differing).containsExactly(3);

        events.clear();
        draws(OIL, "a", 1);
        Lot second = new Lot(OIL, TIANHE, 2026, 2, "a");
        add(OIL, second, !second.drawn(30));
        assertThat(recount()).extracting(Row::differing).containsExactly(2);
    }

    @Test
    void holds_rows_of_before_by_county_and_year_and_leaves_out_other_places_and_years() {
        draws(null, "a", 1, 2);
        add(OIL, new Lot(OIL, new RegionCode("440111"), 2026, 1, "c"), true);
        add(OIL, new Lot(OIL, TIANHE, 2025, 1, "d"), true);

        assertThat(recount())
                .singleElement()
                .satisfies(row -> assertThat(row.agrees()).isTrue())
                .satisfies(row -> assertThat(row.service()).isNull());
    }

    private List<Row> recount() {
        when(log.read(eq(0L), anyInt())).thenReturn(events);
        when(log.read(longThat(it -> it > 0), anyInt())).thenReturn(List.of());
        return new SpotCheckRecount(log).of(TIANHE, 2026);
    }

    private void draws(@Nullable String service, String seed, int... serials) {
        for (int serial : serials) {
            Lot lot = new Lot(service == null ? "" : service, TIANHE, 2026, serial, seed);
            add(service, lot, lot.drawn(30));
        }
    }

    private void add(@Nullable String service, Lot lot, boolean drawn) {
        ApplicationId application = new ApplicationId("00000000-0000-0000-0000-000000000001");
        events.add(
                new Recorded(
                        events.size() + 1L,
                        "application",
                        application.value(),
                        events.size(),
                        Instant.EPOCH,
                        "social.spot-check-drawn",
                        new SpotCheckDrawn(
                                application,
                                new PersonId("person-lin"),
                                service,
                                lot.county(),
                                lot.year(),
                                lot.serial(),
                                lot.seed(),
                                30,
                                drawn),
                        new Stamp(Instant.EPOCH, Actor.system("engine")),
                        Map.of()));
    }
}
