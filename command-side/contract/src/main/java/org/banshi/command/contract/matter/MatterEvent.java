package org.banshi.command.contract.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** The story of a matter that another department handles, as it tells it. */
public sealed interface MatterEvent extends PersonalEvent {

    MatterId matter();

    @Stored("matter.reported")
    record Reported(
            MatterId matter,
            PersonId subject,
            String register,
            String number,
            String state,
            LocalDate day,
            @Personal @Nullable BigDecimal amount,
            @Personal @Nullable String reason)
            implements MatterEvent {}
}
