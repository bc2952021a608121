package org.banshi.command.domain.points;

import java.util.List;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.DepartmentAnswer;

/**
 * One indicator as it was verified.
 *
 * @param evidence codes of the papers that prove it; none where a department's data do
 * @param answers what the departments said
 */
record ClaimedItem(
        String indicator, FormData facts, List<String> evidence, List<DepartmentAnswer> answers) {}
