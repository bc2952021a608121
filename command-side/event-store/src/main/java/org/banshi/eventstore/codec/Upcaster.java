package org.banshi.eventstore.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Lifts an event's JSON from one revision to the next. It sees personal components in plain; those
 * of an erased person are absent.
 *
 * @param name stored name
 * @param revision from which it lifts, to {@code revision + 1}
 * @param personal components that were {@code @Personal} in {@code revision}
 * @param change from old JSON to new
 */
public record Upcaster(
        String name, int revision, Set<String> personal, UnaryOperator<ObjectNode> change) {}
