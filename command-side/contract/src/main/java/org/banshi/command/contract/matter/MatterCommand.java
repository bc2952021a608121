package org.banshi.command.contract.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What a department can tell of a matter that it handles elsewhere. */
public sealed interface MatterCommand extends Command {

    /**
     * The matter has come to a state. The first report begins it here.
     *
     * @param register key of the reference data's matters, such as {@code medical-assistance}
     * @param number by which the department calls it
     * @param state key of one of the register's states
     * @param day on which it came to that state
     * @param amount in yuan, where the state grants something
     * @param reason where the state refuses something
     */
    record Report(
            @TargetAggregateIdentifier MatterId matter,
            String register,
            String number,
            PersonId person,
            String state,
            LocalDate day,
            @Personal @Nullable BigDecimal amount,
            @Personal @Nullable String reason,
            Stamp stamp)
            implements MatterCommand {}
}
