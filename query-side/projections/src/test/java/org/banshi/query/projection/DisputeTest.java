package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.dispute.FindHearings;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.HearingRow;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The hearing calendar, and whose account sees which dispute. */
class DisputeTest {

    /** Of a package that this node has not learnt of yet. */
    private static final ServiceVersion ARBITRATION = new ServiceVersion("arbitration", 1);

    private static final LocalDate DAY = LocalDate.parse("2026-10-20");

    private final World world = new World();
    private final Story story = world.story;
    private final Case c = story.applied(ARBITRATION, "440106", "person-zhou", "周阿福");

    @Test
    void a_committee_sees_the_hearings_of_its_region_in_order_of_time() {
        docketed();
        set(2, DAY, HalfDay.AFTERNOON);
        set(1, DAY, HalfDay.MORNING);
        set(3, DAY.minusDays(1), HalfDay.AFTERNOON);

        assertThat(hearings(World.officer("docket", "arbitration-committee", "440106")))
                .extracting(HearingRow::number, HearingRow::hearing, HearingRow::half)
                .containsExactly(
                        tuple(c.number(), 3, "AFTERNOON"),
                        tuple(c.number(), 1, "MORNING"),
                        tuple(c.number(), 2, "AFTERNOON"));
        assertThat(hearings(World.officer("clerk", "arbitration-panel", "440106"))).hasSize(3);
        assertThat(hearings(World.supervisor("440100"))).hasSize(3);
        assertThat(hearings(World.auditor())).hasSize(3);
    }

    @Test
    void nobody_else_sees_them() {
        docketed();
        set(1, DAY, HalfDay.MORNING);

        assertThat(hearings(World.officer("clerk", "arbitration-panel", "440104"))).isEmpty();
        assertThat(hearings(World.officer("li", "town", "440106"))).isEmpty();
        assertThat(hearings(World.citizen("person-zhou"))).isEmpty();
    }

    @Test
    void shows_what_was_adjourned_and_held_as_such() {
        docketed();
        set(1, DAY, HalfDay.MORNING);
        story.of(c, new ArbitrationEvent.HearingAdjourned(c.id(), c.person(), 1, "a party is ill"));
        set(2, DAY, HalfDay.AFTERNOON);
        story.of(c, new ArbitrationEvent.HearingHeld(c.id(), c.person(), 2, List.of()));

        assertThat(hearings(World.auditor()))
                .extracting(HearingRow::hearing, HearingRow::state)
                .containsExactly(tuple(1, "adjourned"), tuple(2, "held"));
    }

    @Test
    void seats_the_applicant_and_whoever_opened_the_case_with_a_code() {
        docketed();
        story.of(
                c,
                new ArbitrationEvent.AccessOpened(
                        c.id(),
                        new PersonId(c.id().value() + "-r1"),
                        "r1",
                        new PersonId("person-he")));

        assertThat(seats(World.citizen("person-zhou")))
                .extracting(Seat::number, Seat::party)
                .containsExactly(tuple(c.number(), "a1"));
        assertThat(seats(World.citizen("person-he")))
                .extracting(Seat::number, Seat::party)
                .containsExactly(tuple(c.number(), "r1"));
        assertThat(seats(agent("person-he", "arbitration"))).hasSize(1);
        assertThat(seats(agent("person-he", "lantern-permit"))).isEmpty();
        assertThat(seats(agentWithout("person-he", "arbitration"))).isEmpty();
        assertThat(seats(agentWithout("person-he", "lantern-permit"))).hasSize(1);
        assertThat(seats(World.citizen("person-li"))).isEmpty();
        assertThat(seats(World.auditor())).isEmpty();
    }

    @Test
    void gives_the_same_rows_when_the_same_events_come_again() {
        docketed();
        set(1, DAY, HalfDay.MORNING);
        story.of(c, new ArbitrationEvent.HearingHeld(c.id(), c.person(), 1, List.of()));
        List<HearingRow> before = hearings(World.auditor());

        world.jdbc.update("UPDATE subscription_token SET position = 0");

        assertThat(hearings(World.auditor())).isEqualTo(before);
        assertThat(seats(World.citizen("person-zhou"))).hasSize(1);
    }

    @Test
    void learns_from_the_log_of_which_item_a_dispute_is_where_no_table_said_it() throws Exception {
        docketed();
        assertThat(seats(agent("person-zhou", "arbitration"))).hasSize(1);
        world.jdbc.update("UPDATE dispute_case SET service = NULL");
        world.jdbc.update("UPDATE dispute_seat SET service = NULL");
        assertThat(seats(agent("person-zhou", "arbitration"))).isEmpty();

        world.jdbc.execute(
                new ClassPathResource(
                                "db/migration/projections/V326__dispute_items_from_the_log.sql")
                        .getContentAsString(StandardCharsets.UTF_8));

        assertThat(seats(agent("person-zhou", "arbitration"))).hasSize(1);
    }

    @Test
    void keeps_the_seat_of_a_protected_party_from_its_agents_and_from_nobody_else() {
        docketed();
        story.of(
                c,
                new ArbitrationEvent.AccessOpened(
                        c.id(), new PersonId("person-he"), "r1", new PersonId("person-he")));
        assertThat(seats(agentWithout("person-zhou", "none"))).hasSize(1);
        story.of(c, new Protected(c.id(), c.person(), "遭受暴力", false));
        world.catalogue.services.add(
                new FakeService(
                        new ServiceVersion("arbitration", 1), false, new RegionCode("440000")));
        Projection progress = Objects.requireNonNull(world.models.byName().get(Views.PROGRESS));
        world.catchUp(progress, progress.batchSize());

        assertThat(seats(agentWithout("person-zhou", "none"))).isEmpty();
        assertThat(seats(World.citizen("person-zhou"))).hasSize(1);
        assertThat(seats(agentWithout("person-he", "none"))).hasSize(1);
    }

    private static Scope agent(String grantor, String item) {
        return World.agent(grantor, Set.of(item), Set.of());
    }

    /** For everything but what is for oneself alone. */
    private static Scope agentWithout(String grantor, String withheld) {
        return World.agent(grantor, Set.of(), Set.of(withheld));
    }

    private void docketed() {
        story.of(c, new ArbitrationEvent.Docketed(c.id(), c.person(), false, List.of()));
    }

    private void set(int hearing, LocalDate day, HalfDay half) {
        story.of(
                c,
                new ArbitrationEvent.HearingSet(
                        c.id(),
                        c.person(),
                        hearing,
                        day,
                        half,
                        "一号庭",
                        List.of("甲", "乙", "丙"),
                        List.of()));
    }

    private List<HearingRow> hearings(Scope scope) {
        catchUp();
        return world.ask(
                new FindHearings(DAY.minusDays(7), DAY, scope),
                ResponseTypes.multipleInstancesOf(HearingRow.class));
    }

    private List<Seat> seats(Scope scope) {
        catchUp();
        return world.ask(new FindSeats(scope), ResponseTypes.multipleInstancesOf(Seat.class));
    }

    private void catchUp() {
        Projection disputes = Objects.requireNonNull(world.models.byName().get(Views.DISPUTES));
        world.catchUp(disputes, disputes.batchSize());
    }
}
