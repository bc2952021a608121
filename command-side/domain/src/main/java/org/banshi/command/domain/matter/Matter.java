package org.banshi.command.domain.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.MatterKind;
import org.banshi.command.contract.matter.MatterCommand.Report;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A matter that another department handles. What it tells is taken in the order of its days; what
 * is told twice changes nothing, and what is older than the last is refused.
 */
@AggregateRoot(type = "matter")
public final class Matter {

    @AggregateIdentifier private MatterId id;

    private @Nullable PersonId subject;
    private @Nullable String state;
    private @Nullable LocalDate day;
    private @Nullable BigDecimal amount;
    private @Nullable String reason;

    /** For the repository, before it replays the stream or has it created. */
    Matter() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Report command, Catalogue catalogue) {
        MatterKind kind = catalogue.reference().matters().get(command.register());
        Recording.record(
                kind == null
                        ? Verdict.refused(MatterRefusals.UNKNOWN)
                        : decide(command, kind, kind.states().get(command.state())),
                command.stamp());
    }

    private Verdict decide(Report command, MatterKind kind, MatterKind.@Nullable State told) {
        Actor by = command.stamp().by();
        if (by.kind() != Actor.Kind.OFFICER || !kind.body().equals(by.body())) {
            return Verdict.refused(MatterRefusals.OTHER_BODY);
        }
        if (told == null) {
            return Verdict.refused(MatterRefusals.UNKNOWN_STATE);
        }
        boolean lacks =
                told.needs().equals("amount") && command.amount() == null
                        || told.needs().equals("reason") && isBlank(command.reason());
        if (lacks) {
            return Verdict.refused(MatterRefusals.INCOMPLETE);
        }
        if (command.day().isAfter(command.stamp().day())) {
            return Verdict.refused(MatterRefusals.FUTURE);
        }
        return subject == null ? Verdict.happens(reported(command)) : goOn(command, kind);
    }

    private Verdict goOn(Report command, MatterKind kind) {
        if (!command.person().equals(subject)) {
            return Verdict.refused(MatterRefusals.OTHER_PERSON);
        }
        if (isKnown(command)) {
            return Verdict.NOTHING;
        }
        MatterKind.State last = kind.states().get(String.valueOf(state));
        if (last != null && last.ends()) {
            return Verdict.refused(MatterRefusals.ENDED);
        }
        return day != null && command.day().isBefore(day)
                ? Verdict.refused(MatterRefusals.OLDER)
                : Verdict.happens(reported(command));
    }

    private boolean isKnown(Report command) {
        boolean sameAmount =
                amount == null
                        ? command.amount() == null
                        : command.amount() != null && amount.compareTo(command.amount()) == 0;
        return command.state().equals(state)
                && command.day().equals(day)
                && sameAmount
                && Objects.equals(command.reason(), reason);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static MatterEvent reported(Report command) {
        return new MatterEvent.Reported(
                command.matter(),
                command.person(),
                command.register(),
                command.number(),
                command.state(),
                command.day(),
                command.amount(),
                command.reason());
    }

    @EventSourcingHandler
    void on(MatterEvent.Reported event) {
        id = event.matter();
        subject = event.subject();
        state = event.state();
        day = event.day();
        amount = event.amount();
        reason = event.reason();
    }
}
