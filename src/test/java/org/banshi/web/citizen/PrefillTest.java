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
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.Progress;
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

    @Test
    void never_takes_the_account_of_one_person_for_another() throws Exception {
        earlier(Map.of("applyFor", "ward", "accountHolder", "陈安", "bankAccount", "6222000000"));
        assertThat(own()).containsEntry("accountHolder", "李梅").doesNotContainKey("bankAccount");

        earlier(Map.of("applyFor", "self", "accountHolder", "李梅", "bankAccount", "6222000001"));
        assertThat(own()).containsEntry("bankAccount", "6222000001");
        assertThat(prefill.of(Samples.citizen(), form("disability-subsidy")).values()).isEmpty();
    }

    private Map<String, Object> own() throws Exception {
        return prefill.of(Samples.citizen(), form("temporary-assistance")).values();
    }

    private void earlier(Map<String, Object> form) {
        Progress.Row row =
                new Progress.Row(
                        Samples.APPLICATION,
                        Samples.NUMBER,
                        Text.of("某事", "Some matter"),
                        "OPEN",
                        Text.of("办理中", "Under way"),
                        false,
                        Samples.THEN,
                        Samples.THEN);
        when(reads.page(ArgumentMatchers.any())).thenReturn(new Page<>(List.of(row), null, 1));
        Applied applied =
                new Applied(
                        new ApplicationId(Samples.APPLICATION),
                        Samples.PERSON,
                        Samples.NUMBER,
                        new ServiceVersion("some-matter", 1),
                        new RegionCode("440106"),
                        Channel.APP,
                        new Applicant("李梅", "440106190503120625", "13800000001", null),
                        new FormData(form),
                        List.of(),
                        "ABCD-EFGH");
        when(events.of(Samples.APPLICATION))
                .thenReturn(
                        List.of(
                                new Recorded(
                                        1,
                                        "application",
                                        Samples.APPLICATION,
                                        0,
                                        Samples.THEN,
                                        "application.applied",
                                        applied,
                                        new Stamp(
                                                Samples.THEN,
                                                Actor.citizen("li-mei", Samples.PERSON)),
                                        Map.of())));
    }
}
