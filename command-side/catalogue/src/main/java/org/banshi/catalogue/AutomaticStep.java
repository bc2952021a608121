package org.banshi.catalogue;

import java.util.Map;

/**
 * A service task of the process: which act it sends to the application.
 *
 * @param key the id of the service task in the BPMN
 * @param act a {@link org.banshi.command.contract.message.TaskAct} that is automatic
 * @param outcome which of the act's commands, empty where there is but one
 * @param with values of the command's components, by name
 */
public record AutomaticStep(String key, String act, String outcome, Map<String, Object> with) {}
