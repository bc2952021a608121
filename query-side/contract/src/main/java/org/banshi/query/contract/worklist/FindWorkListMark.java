package org.banshi.query.contract.worklist;

/**
 * A word for what a list shows: the same while neither its rows nor its count nor the day change.
 * Tells of nobody. Answers {@code Optional<String>}, always there, or fails as the list does.
 */
public record FindWorkListMark(FindWorkItems list) {}
