package org.banshi.command.contract.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;

class StampMetadataTest {

    private static final Instant AT = Instant.parse("2026-09-14T01:00:00Z");

    @Test
    void spells_an_officers_stamp_in_flat_entries() {
        Stamp stamp = new Stamp(AT, Actor.officer("clerk", "town", new RegionCode("440106001")));

        assertThat(StampMetadata.of(stamp))
                .isEqualTo(
                        Map.of(
                                "at", "2026-09-14T01:00:00Z",
                                "actor-kind", "OFFICER",
                                "actor", "clerk",
                                "body", "town",
                                "region", "440106001"));
    }

    @Test
    void gives_an_agents_stamp_back_as_it_was() {
        Stamp stamp =
                new Stamp(
                        AT,
                        new Actor(
                                Actor.Kind.CITIZEN,
                                "agent",
                                new PersonId("p-1"),
                                new PersonId("p-2"),
                                null,
                                null,
                                4));

        assertThat(StampMetadata.from(StampMetadata.of(stamp))).isEqualTo(stamp);
    }

    @Test
    void ignores_entries_of_others() {
        Stamp stamp = new Stamp(AT, Actor.system("engine"));
        Map<String, Object> entries = new HashMap<>(StampMetadata.of(stamp));
        entries.put("traceId", "t");

        assertThat(StampMetadata.from(entries)).isEqualTo(stamp);
    }

    @Test
    void rejects_metadata_without_a_stamp() {
        assertThatThrownBy(() -> StampMetadata.from(Map.of("actor", "clerk")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at");
    }
}
