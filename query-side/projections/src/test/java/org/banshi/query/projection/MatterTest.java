package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.matter.FindMyMatters;
import org.banshi.query.contract.matter.MatterView;
import org.banshi.query.contract.matter.MatterView.Step;
import org.junit.jupiter.api.Test;

class MatterTest {

    private static final PersonId LIN = new PersonId("person-lin");

    private final World world = new World();

    @Test
    void a_person_follows_a_matter_of_another_department() {
        tell("OR-7", "received", "2026-09-14", null);
        tell("OR-7", "granted", "2026-09-15", new BigDecimal("200.00"));
        tell("OR-8", "received", "2026-09-15", null);

        assertThat(mine("person-lin"))
                .extracting(MatterView::number)
                .containsExactly("OR-8", "OR-7");
        assertThat(mine("person-lin").get(1).steps())
                .extracting(Step::state, Step::day, Step::amount)
                .containsExactly(
                        tuple("received", LocalDate.parse("2026-09-14"), null),
                        tuple("granted", LocalDate.parse("2026-09-15"), new BigDecimal("200.00")));
    }

    @Test
    void nobody_sees_a_strangers_matter() {
        tell("OR-7", "received", "2026-09-14", null);

        assertThat(mine("person-wu")).isEmpty();
    }

    @Test
    void whoever_acts_for_somebody_sees_it_unless_that_one_is_protected() {
        Scope agent = World.agent("person-lin", Set.of(), Set.of());
        tell("OR-7", "received", "2026-09-14", null);
        assertThat(mine(agent)).hasSize(1);
        Story.Case c = world.story.applied("440106001", "person-lin", "林小灯");
        world.story.of(c, new Protected(c.id(), LIN, "遭受暴力", false));

        assertThat(mine(agent)).isEmpty();
        assertThat(mine("person-lin")).hasSize(1);
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        tell("OR-7", "received", "2026-09-14", null);
        List<MatterView> before = mine("person-lin");

        world.models.byName().get("matters").handle(world.story.after(0, Integer.MAX_VALUE));

        assertThat(mine("person-lin")).isEqualTo(before);
    }

    private void tell(String number, String state, String day, BigDecimal amount) {
        MatterId id = MatterId.of("oil-ration", number);
        world.story.add(
                "matter",
                id.value(),
                new MatterEvent.Reported(
                        id, LIN, "oil-ration", number, state, LocalDate.parse(day), amount, null));
    }

    private List<MatterView> mine(String person) {
        return mine(World.citizen(person));
    }

    private List<MatterView> mine(Scope scope) {
        world.catchUp();
        return world.ask(
                new FindMyMatters(scope), ResponseTypes.multipleInstancesOf(MatterView.class));
    }
}
