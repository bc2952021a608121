package org.banshi.command.contract.access;

import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;

/**
 * What the log says of the journal of access, which is kept beside it: up to where it reached, and
 * what was deleted when its time was over. Whatever the log's checkpoints prove, they prove for the
 * journal.
 */
public sealed interface JournalEvent extends Event {

    String journal();

    /**
     * The journal reached so far.
     *
     * @param through position of the newest entry
     * @param link of that entry in the journal's chain, SHA-256 in lower-case hex
     */
    @Stored("access-journal.sealed")
    record Sealed(String journal, long through, String link) implements JournalEvent {}

    /**
     * Entries whose time to be kept is over were deleted.
     *
     * @param through position of the last of them
     * @param link of that entry, with which the chain of the others begins
     */
    @Stored("access-journal.shortened")
    record Shortened(String journal, long through, String link) implements JournalEvent {}
}
