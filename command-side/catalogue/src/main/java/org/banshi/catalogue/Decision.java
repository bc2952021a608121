package org.banshi.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table said.
 *
 * @param outcome the word in the table's {@code outcome} column; conditions of the process look at
 *     it
 * @param outputs every output column by name
 * @param provisional whether a figure behind it is still to be confirmed
 */
public record Decision(
        String outcome, Map<String, @Nullable Object> outputs, boolean provisional) {}
