package org.banshi.process.errand;

import org.banshi.command.contract.application.ApplicationId;

/** Something to be done outside because an event asks for it. */
public interface Errand {

    /** Stable name; the key by which its tickets are stored. */
    String kind();

    /**
     * Does it. Runs outside any transaction, on several nodes and threads, and more than once where
     * a node died in between: what it does is the same the second time.
     *
     * @throws RuntimeException when it is to be tried again later; too often is an incident
     */
    void run(Ticket ticket);

    /**
     * One errand.
     *
     * @param position of the event that asks for it
     * @param application the case
     * @param key what is asked for, unique within the case and kind
     * @param attempt from 1
     */
    record Ticket(long position, ApplicationId application, String key, int attempt) {}
}
