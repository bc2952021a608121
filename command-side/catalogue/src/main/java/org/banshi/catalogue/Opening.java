package org.banshi.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What an approval opens beyond the case itself.
 *
 * @param kind the word of a command that bears {@link org.banshi.command.contract.message.Opens}
 * @param conditions words that facts must bear for it, by path; none for every approval
 * @param with components of the command that are the same in every case, by name
 * @param from paths into the case's facts for the other components, by name
 */
public record Opening(
        String kind,
        Map<String, List<String>> conditions,
        Map<String, Object> with,
        Map<String, String> from) {}
