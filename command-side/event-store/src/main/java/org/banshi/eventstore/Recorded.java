package org.banshi.eventstore;

import java.time.Instant;
import java.util.Map;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;

/**
 * An event as it stands in the log.
 *
 * @param position in the whole log: gapless, in commit order, from 1
 * @param streamType such as {@code application}
 * @param stream the aggregate's id
 * @param sequence within the stream, from 0
 * @param recordedAt wall-clock time of the append; never decreases along the log
 * @param name stored name of the event
 * @param event decrypted; personal components of a person whose key was destroyed are null
 * @param stamp when in business time, and by whom
 * @param metadata what else was stored with it
 */
public record Recorded(
        long position,
        String streamType,
        String stream,
        long sequence,
        Instant recordedAt,
        String name,
        Event event,
        Stamp stamp,
        Map<String, String> metadata) {}
