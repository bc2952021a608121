package org.banshi.catalogue;

import java.util.Map;
import org.banshi.command.contract.text.Text;

/**
 * A sort of matter that a department handles elsewhere and tells of here; nobody applies for it.
 *
 * @param key such as {@code medical-assistance}
 * @param body that tells of it
 * @param elsewhere where one applies for it
 * @param states by key, in the order in which they usually come
 */
public record MatterKind(
        String key, Text name, String body, Text elsewhere, Map<String, State> states) {

    /**
     * One of its states.
     *
     * @param text what the person reads
     * @param needs {@code amount}, {@code reason}, or empty
     * @param ends whether nothing follows it
     */
    public record State(Text text, String needs, boolean ends) {}
}
