package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.query.contract.page.Page;
import org.banshi.web.Samples;
import org.banshi.web.write.Reads;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

class PrefillTest {

    private final Reads reads = mock();
    private final CaseEvents events = mock();
    private final Prefill prefill = new Prefill(reads, events);

    private static JsonNode form(String service) throws Exception {
        return new ObjectMapper()
                .readTree(Path.of("../bpmn/services", service, "form.schema.json").toFile());
    }

    @Test
    void puts_the_person_first_in_the_household_and_asks_everything_else() throws Exception {
        when(reads.page(ArgumentMatchers.any())).thenReturn(new Page<>(List.of(), null, 0));

        Map<String, Object> known =
                prefill.of(Samples.citizen(), form("minimum-living-allowance")).values();

        assertThat(known)
                .containsOnly(
                        Map.entry("accountHolder", "李梅"),
                        Map.entry(
                                "members",
                                List.of(
                                        Map.of(
                                                "name", "李梅",
                                                "identityNumber", "440106190503120625",
                                                "relation", "self"))));
    }

    @Test
    void knows_nothing_for_a_form_that_asks_nothing_of_the_kind() throws Exception {
        when(reads.page(ArgumentMatchers.any())).thenReturn(new Page<>(List.of(), null, 0));

        assertThat(prefill.of(Samples.citizen(), form("points-settlement")).values()).isEmpty();
    }
}
