package org.banshi.command.domain.access;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/** Up to where the log vouches for the journal of access; both ends only move forward. */
@AggregateRoot(type = "access-journal")
public final class AccessJournal {

    private static final Refusal NOT_SEALED =
            Refusal.of(
                    "access-journal-not-sealed",
                    Text.of(
                            "访问记录尚未封存，不能删除。",
                            "Entries that the log does not vouch for are not deleted."),
                    Text.of("请等待下一次封存。", "Wait until they are sealed."));

    @AggregateIdentifier private String journal;

    private long sealed;
    private long shortened;

    /** For the repository, before it replays the stream or has it created. */
    AccessJournal() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(JournalCommand.Seal command) {
        Verdict verdict =
                command.through() > sealed
                        ? Verdict.happens(
                                new JournalEvent.Sealed(
                                        command.journal(), command.through(), command.link()))
                        : Verdict.NOTHING;
        Recording.record(verdict, command.stamp());
    }

    @CommandHandler
    void handle(JournalCommand.Shorten command) {
        Recording.record(decide(command), command.stamp());
    }

    private Verdict decide(JournalCommand.Shorten command) {
        if (command.through() > sealed) {
            return Verdict.refused(NOT_SEALED);
        }
        return command.through() > shortened
                ? Verdict.happens(
                        new JournalEvent.Shortened(
                                command.journal(), command.through(), command.link()))
                : Verdict.NOTHING;
    }

    @EventSourcingHandler
    void on(JournalEvent.Sealed event) {
        journal = event.journal();
        sealed = event.through();
    }

    @EventSourcingHandler
    void on(JournalEvent.Shortened event) {
        shortened = event.through();
    }
}
