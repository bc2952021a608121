package org.banshi.web.write;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.matter.MatterCommand;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.process.policy.Residents;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What departments tell of matters that they handle elsewhere. */
@Component
public class MatterActs {

    /** A state that a matter came to. */
    public record Told(
            String register,
            String number,
            String identityNumber,
            String state,
            LocalDate day,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    private final Commands commands;
    private final Residents residents;

    public MatterActs(Commands commands, Residents residents) {
        this.commands = commands;
        this.residents = residents;
    }

    /**
     * Takes what a department tells.
     *
     * @throws ProblemException when nobody is known by the identity number: never a guess
     */
    public Written report(SignedIn who, Told told, @Nullable RequestKey key) {
        PersonId person =
                residents
                        .find(told.identityNumber())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.RESIDENT_UNKNOWN));
        MatterId matter = MatterId.of(told.register(), told.number());
        return commands.send(
                matter.value(),
                new MatterCommand.Report(
                        matter,
                        told.register(),
                        told.number(),
                        person,
                        told.state(),
                        told.day(),
                        told.amount(),
                        told.reason(),
                        commands.stamp(who.actor())),
                key);
    }
}
