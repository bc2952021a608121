package org.banshi.command.contract.points;

import java.util.List;
import org.banshi.command.contract.application.FormData;

/**
 * One indicator as it was verified. Personal as a whole: travels in commands only.
 *
 * @param indicator key of the indicator in the table, such as {@code permit-years}
 * @param facts what the table counts: days, months, levels
 * @param evidence ids of the papers that prove it; none where a department's data do
 * @param answers what the departments said
 */
public record ClaimedItem(
        String indicator, FormData facts, List<String> evidence, List<DepartmentAnswer> answers) {

    /** Personal by nature: never prints its facts. */
    @Override
    public String toString() {
        return "ClaimedItem[" + indicator + "]";
    }
}
