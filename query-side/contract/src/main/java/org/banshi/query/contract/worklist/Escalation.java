package org.banshi.query.contract.worklist;

/**
 * Before whom a supervisor brought a task.
 *
 * @param region code of the wider region
 * @param reason name of a constant of {@link org.banshi.command.contract.workitem.EscalationReason}
 */
public record Escalation(String region, String reason) {}
