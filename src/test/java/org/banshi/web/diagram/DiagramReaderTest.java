package org.banshi.web.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.banshi.app.Shipped;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.web.diagram.Diagram.Form;
import org.junit.jupiter.api.Test;

class DiagramReaderTest {

    @Test
    void draws_every_step_of_every_package_within_the_picture() {
        for (ServiceDefinition service : Shipped.catalogue().current()) {
            Diagram diagram = DiagramReader.read(service.process());

            assertThat(diagram.shapes().stream().filter(it -> it.form() == Form.TASK))
                    .extracting(Diagram.Shape::id)
                    .containsAll(service.steps().keySet())
                    .containsAll(service.automaticSteps().keySet());
            assertThat(diagram.edges()).isNotEmpty().allMatch(it -> it.points().contains(" "));
            assertThat(diagram.shapes())
                    .allMatch(it -> it.x() > diagram.x() && it.y() > diagram.y())
                    .allMatch(it -> it.right() < diagram.x() + diagram.width())
                    .allMatch(it -> it.y() + it.height() < diagram.y() + diagram.height());
        }
    }

    @Test
    void breaks_labels_to_their_room_and_counts_latin_letters_half() {
        assertThat(DiagramReader.lines("入户调查家庭情况", 50)).containsExactly("入户调查", "家庭情况");
        assertThat(DiagramReader.lines("abcdef", 50)).containsExactly("abcdef");
        assertThat(DiagramReader.lines("", 50)).isEmpty();
        assertThat(DiagramReader.lines("入", 1)).containsExactly("入");
    }

    @Test
    void takes_nothing_that_is_no_bpmn_and_no_outside_entity() {
        String evil = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>";

        assertThatThrownBy(() -> DiagramReader.read(evil.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
