package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.YamlSource;
import org.junit.jupiter.api.Test;

/** What a writer of scenarios is told. */
class DifferencesTest {

    private final Differences differences =
            new Differences(
                    YamlSource.read(
                            "scenarios/x.yaml",
                            """
                            title: 灯
                            actions:
                            - apply: {}
                            - {task: review, outcome: accept}
                            expect:
                              events: [a, b]
                              conclusion: APPROVED
                            """
                                    .getBytes(StandardCharsets.UTF_8),
                            new Findings()));

    @Test
    void are_none_where_all_is_as_expected() {
        differences.list("events", List.of("a"), List.of("a"));
        differences.value("conclusion", null, null, "conclusion");
        differences.value("refused", "", "", "refused");

        assertThat(differences.told()).isEmpty();
    }

    @Test
    void name_the_line_and_where_a_list_differs_first() {
        differences.list("events", List.of("a", "b"), List.of("a", "c", "d"));
        differences.list("events", List.of("a"), List.of());

        assertThat(differences.told())
                .containsExactly(
                        "line 6: events: number 2 is expected to be b but is c; found were [a, c,"
                                + " d]",
                        "line 6: events: number 1 is expected to be a but is nothing; found were"
                                + " []");
    }

    @Test
    void say_nothing_where_there_is_no_value() {
        differences.value("conclusion", "APPROVED", null, "conclusion");
        differences.value("ending", null, "ending/agreed", "ending");

        assertThat(differences.told())
                .containsExactly(
                        "line 7: conclusion: expected APPROVED but found nothing",
                        "line 5: ending: expected nothing but found ending/agreed");
    }

    @Test
    void name_the_line_of_an_action() {
        differences.action(1, "no open task review; open are []");

        assertThat(differences.told()).containsExactly("line 4: no open task review; open are []");
    }
}
