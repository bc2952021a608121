package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.banshi.app.config.HashedPartyKeys;
import org.banshi.eventstore.PersonalData;
import org.junit.jupiter.api.Test;

class StagePartyKeysTest {

    @Test
    void are_those_of_one_scenario_and_of_no_other() {
        PersonalData personal = mock();
        when(personal.hash(anyString(), anyString()))
                .thenAnswer(asked -> asked.getArgument(0) + "#" + asked.getArgument(1));
        StagePartyKeys keys = new StagePartyKeys(new HashedPartyKeys(personal));
        String before = keys.of("44010619101212102X");

        assertThat(keys.of("44010619101212102X")).isEqualTo(before);
        keys.next();
        assertThat(keys.of("44010619101212102X")).isNotEqualTo(before);
    }
}
