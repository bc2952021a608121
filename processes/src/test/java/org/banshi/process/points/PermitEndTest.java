package org.banshi.process.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.process.deadline.Deadline.Change;
import org.junit.jupiter.api.Test;

class PermitEndTest {

    private static final PersonId LIN = new PersonId("person-lin");
    private static final PointsAccountId ACCOUNT = PointsAccountId.of(LIN);

    private final PermitEnd end = new PermitEnd();

    @Test
    void is_the_day_after_the_last_one_of_the_endorsement() {
        assertThat(
                        end.after(
                                new PointsEvent.ItemRecorded(
                                        ACCOUNT,
                                        LIN,
                                        "permit-years",
                                        ItemOrigin.PUSHED,
                                        null,
                                        new FormData(Map.of("validUntil", "2027-06-01")),
                                        List.of(),
                                        List.of())))
                .contains(new Change(ACCOUNT.value(), LocalDate.parse("2027-06-02")));
    }

    @Test
    void stands_while_the_account_is_suspended_and_ends_with_it() {
        assertThat(end.after(lapsed(LapseReason.PERMIT_SUSPENDED))).isEmpty();
        assertThat(end.after(lapsed(LapseReason.DEATH)))
                .contains(new Change(ACCOUNT.value(), null));
    }

    private static PointsEvent lapsed(LapseReason reason) {
        return new PointsEvent.AccountLapsed(ACCOUNT, LIN, reason);
    }
}
