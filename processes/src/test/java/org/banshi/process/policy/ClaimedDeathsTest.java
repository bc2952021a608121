package org.banshi.process.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.ClaimHolders;
import org.banshi.eventstore.PersonalData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimedDeathsTest {

    private static final String NUMBER = "44010619050214852X";

    private final ClaimHolders claims = mock();
    private final PersonalData personal = mock();
    private final ClaimedDeaths deaths =
            new ClaimedDeaths(
                    claims,
                    new PersonsByNumber(
                            personal,
                            number ->
                                    number.equals(NUMBER)
                                            ? Optional.of(new PersonId("holder"))
                                            : Optional.empty()));

    @BeforeEach
    void everyNumberHasAKey() {
        when(personal.hash(anyString(), anyString()))
                .thenAnswer(call -> call.getArgument(0) + "/" + call.getArgument(1));
        when(claims.holders(anyString(), anyString())).thenReturn(List.of());
    }

    @Test
    void a_death_is_found_whether_they_had_applied_themselves_or_somebody_for_them() {
        assertThat(deaths.includes(NUMBER)).isFalse();

        when(claims.holders("recorded-death", "holder/")).thenReturn(List.of("benefit"));
        assertThat(deaths.includes(NUMBER)).isTrue();
        assertThat(deaths.includes("440106190503071237")).isFalse();

        PersonId ward = Holder.whoDidNotApply("holder/440106190503071237");
        when(claims.holders("recorded-death", ward + "/")).thenReturn(List.of("certificate"));
        assertThat(deaths.includes("440106190503071237")).isTrue();
    }
}
