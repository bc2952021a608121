package org.banshi.query.contract.progress;

import java.time.Instant;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that others did in one of a person's cases.
 *
 * @param number of the case
 * @param title what happened
 * @param yourTurn whether the person has to act on it, and has not yet
 */
public record News(
        String number,
        Text serviceName,
        Text title,
        @Nullable Text detail,
        Instant at,
        boolean yourTurn) {}
