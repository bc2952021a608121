package org.banshi.query.contract.caseload;

import java.time.LocalDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An open case that is late or soon will be.
 *
 * @param office that has it, {@code body:region}; null before any had it
 * @param due last day of the whole case
 * @param dueProvisional whether the day's calendar is not announced yet
 */
public record DueCase(
        String application,
        String number,
        String service,
        Text serviceName,
        String region,
        @Nullable String office,
        LocalDate due,
        boolean dueProvisional) {}
