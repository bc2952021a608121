package org.banshi.process.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.ClaimHolders;
import org.banshi.eventstore.PersonalData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimedBenefitsTest {

    private static final String NUMBER = "44010619050214852X";
    private static final String KIND = "oil-money";
    private static final PersonId HOLDER = new PersonId("holder");
    private static final PersonId MOTHER = new PersonId("mother");
    private static final BenefitId BENEFIT = new BenefitId("00000000-0000-0000-0000-000000000008");

    private final ClaimHolders claims = mock();
    private final PersonalData personal = mock();
    private final ClaimedBenefits running =
            new ClaimedBenefits(
                    claims,
                    personal,
                    number -> number.equals(NUMBER) ? Optional.of(HOLDER) : Optional.empty(),
                    BENEFIT::equals);

    @BeforeEach
    void everyNumberHasAKey() {
        when(personal.hash(anyString(), anyString()))
                .thenAnswer(call -> call.getArgument(0) + "/" + call.getArgument(1));
        when(claims.holder(any())).thenReturn(Optional.empty());
    }

    @Test
    void what_a_holder_was_granted_alone_is_found_when_her_mother_applies_for_her() {
        runsFor(HOLDER);

        assertThat(running.find(MOTHER, KIND, of(NUMBER, "ward"))).contains(BENEFIT);
        assertThat(running.find(MOTHER, KIND, of("440106190503071237", "ward"))).isEmpty();
    }

    @Test
    void a_number_is_the_same_holder_however_it_was_typed() {
        runsFor(Holder.of(MOTHER, of(NUMBER, "ward"), personal).orElseThrow().person());

        assertThat(running.find(MOTHER, KIND, of("44010619050214852x", "ward"))).contains(BENEFIT);
        assertThat(running.find(MOTHER, KIND, of("４４０１０６19050214852Ｘ", "ward"))).contains(BENEFIT);
        assertThat(running.find(HOLDER, KIND, of(" 440106 19050214 852x", "self")))
                .contains(BENEFIT);
    }

    @Test
    void the_last_month_of_what_was_stopped_is_found_whoever_applies() {
        YearMonth may = YearMonth.parse("2026-05");
        when(claims.holder(RunningBenefits.paid(HOLDER, KIND, may)))
                .thenReturn(Optional.of(BENEFIT.value()));

        assertThat(running.wasPaidUpTo(may, MOTHER, KIND, of(NUMBER, "ward"))).isTrue();
        assertThat(running.wasPaidUpTo(may, HOLDER, KIND, of(NUMBER, "self"))).isTrue();
        assertThat(running.wasPaidUpTo(may.minusMonths(1), HOLDER, KIND, of(NUMBER, "self")))
                .isFalse();
        assertThat(running.wasPaidUpTo(may, MOTHER, KIND, of("440106190503071237", "ward")))
                .isFalse();
    }

    private void runsFor(PersonId person) {
        when(claims.holder(RunningBenefits.claim(person, KIND)))
                .thenReturn(Optional.of(BENEFIT.value()));
    }

    private static Map<String, Object> of(String number, String applyFor) {
        return Map.of("identityNumber", number, "applyFor", applyFor);
    }
}
