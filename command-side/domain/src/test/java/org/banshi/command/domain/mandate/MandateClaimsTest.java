package org.banshi.command.domain.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules.Changes;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.Test;

class MandateClaimsTest {

    private static final MandateId ID = MandateId.of("mandate-1");
    private static final PersonId LIN = new PersonId("lin");
    private static final PersonId GUAN = new PersonId("guan");
    private static final MandateTerms TERMS =
            new MandateTerms(List.of(), List.of(MandateAct.FILE), LocalDate.parse("2026-12-31"));

    @Test
    void an_agent_asks_a_grantor_once_until_the_answer() {
        assertThat(of(new MandateEvent.Asked(ID, LIN, GUAN, TERMS)))
                .isEqualTo(new Changes(List.of(new Claim("mandate-asked", "lin/guan")), List.of()));
        for (MandateEvent answer :
                List.of(
                        new MandateEvent.Given(ID, LIN, GUAN, TERMS),
                        new MandateEvent.Declined(ID, LIN, GUAN),
                        new MandateEvent.Ended(ID, LIN, GUAN))) {
            assertThat(of(answer).released()).contains(new Claim("mandate-asked", "*"));
        }
    }

    @Test
    void one_is_in_force_between_two_people_until_its_end() {
        for (MandateEvent begin :
                List.of(
                        new MandateEvent.Given(ID, LIN, GUAN, TERMS),
                        new MandateEvent.Proven(
                                ID,
                                LIN,
                                GUAN,
                                MandateBasis.GUARDIAN,
                                TERMS,
                                List.of("guardianship-ruling")))) {
            assertThat(of(begin).acquired()).containsExactly(new Claim("mandate", "lin/guan"));
        }
        assertThat(of(new MandateEvent.Ended(ID, LIN, GUAN)).released())
                .contains(new Claim("mandate", "*"));
    }

    private static Changes of(MandateEvent event) {
        return new MandateClaims().of(ID.value(), event);
    }
}
