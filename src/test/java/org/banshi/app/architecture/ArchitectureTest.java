package org.banshi.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.banshi.app.architecture.broken.AsksTheWorld;
import org.banshi.app.architecture.broken.ReadsSessions;
import org.banshi.app.architecture.broken.first.LeansOnTheSecond;
import org.banshi.app.architecture.broken.second.LeansOnTheFirst;
import org.banshi.process.broken.AsksByExpression;
import org.banshi.process.broken.KnowsAnAggregate;
import org.banshi.query.broken.SendsCommands;
import org.banshi.web.broken.AsksTheDatabase;
import org.banshi.web.broken.KnowsAProjection;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses BANSHI =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.banshi");

    @Test
    void sees_the_whole_house() {
        for (String room : List.of("command", "query", "process", "catalogue", "web", "app")) {
            assertThat(BANSHI)
                    .as(room)
                    .anyMatch(type -> type.getPackageName().startsWith("org.banshi." + room));
        }
    }

    @Test
    void pages_use_contracts_only() {
        Architecture.PAGES_USE_CONTRACTS_ONLY.check(BANSHI);

        assertThat(finds(Architecture.PAGES_USE_CONTRACTS_ONLY, AsksTheDatabase.class)).isTrue();
        assertThat(finds(Architecture.PAGES_USE_CONTRACTS_ONLY, KnowsAProjection.class)).isTrue();
    }

    @Test
    void log_in_stays_in_its_room() {
        Architecture.LOG_IN_STAYS_IN_ITS_ROOM.check(BANSHI);

        assertThat(finds(Architecture.LOG_IN_STAYS_IN_ITS_ROOM, ReadsSessions.class)).isTrue();
    }

    @Test
    void whoever_asks_another_machine_goes_through_one_door() {
        Architecture.ONE_DOOR_OUT.check(BANSHI);

        assertThat(finds(Architecture.ONE_DOOR_OUT, AsksTheWorld.class)).isTrue();
    }

    @Test
    void processes_never_see_aggregates() {
        Architecture.PROCESSES_NEVER_SEE_AGGREGATES.check(BANSHI);

        assertThat(finds(Architecture.PROCESSES_NEVER_SEE_AGGREGATES, KnowsAnAggregate.class))
                .isTrue();
    }

    @Test
    void projections_only_read() {
        Architecture.PROJECTIONS_ONLY_READ.check(BANSHI);

        assertThat(finds(Architecture.PROJECTIONS_ONLY_READ, SendsCommands.class)).isTrue();
    }

    @Test
    void queries_of_the_engine_take_no_expressions() {
        Architecture.QUERIES_TAKE_NO_EXPRESSIONS.check(BANSHI);

        assertThat(finds(Architecture.QUERIES_TAKE_NO_EXPRESSIONS, AsksByExpression.class))
                .isTrue();
    }

    @Test
    void rooms_have_no_cycles() {
        Architecture.roomsHaveNoCycles("org.banshi.app.(*)..").check(BANSHI);

        assertThat(
                        finds(
                                Architecture.roomsHaveNoCycles(
                                        "org.banshi.app.architecture.broken.(*).."),
                                LeansOnTheFirst.class,
                                LeansOnTheSecond.class))
                .isTrue();
    }

    private static boolean finds(ArchRule rule, Class<?>... broken) {
        return rule.evaluate(new ClassFileImporter().importClasses(broken)).hasViolation();
    }
}
