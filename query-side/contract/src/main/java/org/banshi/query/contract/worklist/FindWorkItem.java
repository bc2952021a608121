package org.banshi.query.contract.worklist;

import org.banshi.query.contract.access.Scope;

/**
 * One work item. Answers {@code Optional<WorkItemRow>}; empty also where the scope may not see it.
 */
public record FindWorkItem(String workItem, Scope scope) {}
