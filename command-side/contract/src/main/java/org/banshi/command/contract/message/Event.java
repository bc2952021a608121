package org.banshi.command.contract.message;

/**
 * Something that happened. Every event is a record that carries {@link Stored}: the stable name and
 * revision under which the log keeps it. When it happened and who did it travel in the event's
 * metadata, as a {@link Stamp}.
 */
public interface Event {}
