package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.worklist.FindIncident;
import org.banshi.query.contract.worklist.FindIncidents;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private final World world = new World();
    private final Story story = world.story;
    private final Case c = story.applied("440106001");

    private List<IncidentRow> incidents(Scope scope) {
        world.catchUp();
        return world.ask(
                new FindIncidents(scope), ResponseTypes.multipleInstancesOf(IncidentRow.class));
    }

    private void opened(String incident) {
        story.add(
                "process",
                "p1",
                new IncidentOpened(incident, "p1", c.id(), "decide", "java.io.IOException"));
    }

    @Test
    void a_supervisor_sees_what_failed_in_the_own_region() {
        opened("i1");
        opened("i2");

        assertThat(incidents(World.supervisor("440100")))
                .extracting(IncidentRow::incident, IncidentRow::number, IncidentRow::activity)
                .containsExactly(
                        tuple("i1", c.number(), "decide"), tuple("i2", c.number(), "decide"));
        assertThat(incidents(World.supervisor("440111"))).isEmpty();
    }

    @Test
    void a_supervisor_finds_each_incident_of_the_own_region_however_many_there_are() {
        for (int i = 0; i <= 200; i++) {
            opened("i" + i);
        }

        assertThat(incidents(World.supervisor("440100"))).hasSize(200);
        for (int i = 0; i <= 200; i++) {
            assertThat(incident("i" + i, World.supervisor("440100"))).isPresent();
        }
        assertThat(incident("i200", World.supervisor("440111"))).isEmpty();
        assertThat(incident("i201", World.supervisor("440100"))).isEmpty();
        story.add("process", "p1", new IncidentResolved("i200", "p1", c.id()));
        world.catchUp();
        assertThat(incident("i200", World.supervisor("440100"))).isEmpty();
    }

    @Test
    void the_item_of_a_failed_step_is_known_by_the_cases_number() {
        opened("i1");
        world.catchUp();

        assertThat(world.models.numbers().services(List.of(c.number(), "none")))
                .containsExactly(Map.entry(c.number(), FakeService.GRANT.version()));
    }

    private Optional<IncidentRow> incident(String incident, Scope scope) {
        return world.ask(
                new FindIncident(incident, scope),
                ResponseTypes.optionalInstanceOf(IncidentRow.class));
    }

    @Test
    void an_operator_sees_them_all_and_an_officer_and_a_citizen_none() {
        opened("i1");

        assertThat(incidents(new Scope("ops", null, Set.of(Scope.Role.OPERATOR), null, null)))
                .hasSize(1);
        assertThat(incidents(World.officer("li", "town", "440106001"))).isEmpty();
        assertThat(incidents(World.citizen(c.person().value()))).isEmpty();
    }

    @Test
    void what_was_mended_is_gone_and_does_not_come_back_with_a_repeated_event() {
        opened("i1");
        story.add("process", "p1", new IncidentResolved("i1", "p1", c.id()));
        assertThat(incidents(World.auditor())).isEmpty();

        world.jdbc.update("UPDATE subscription_token SET position = 0");
        assertThat(incidents(World.auditor())).isEmpty();
    }
}
