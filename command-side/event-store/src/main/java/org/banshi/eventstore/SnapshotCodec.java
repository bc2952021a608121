package org.banshi.eventstore;

import org.banshi.command.contract.person.PersonId;

/**
 * How snapshots of one type of aggregate are written. A snapshot is encrypted as a whole under its
 * subject's key.
 */
public interface SnapshotCodec {

    /** Type of the stream. */
    String type();

    /** Snapshots of another revision are ignored. */
    int revision();

    PersonId subject(Object aggregate);

    String write(Object aggregate);

    Object read(String json);
}
