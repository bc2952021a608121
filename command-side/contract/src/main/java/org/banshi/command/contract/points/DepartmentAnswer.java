package org.banshi.command.contract.points;

import java.time.LocalDate;
import org.banshi.command.contract.application.RegisterOutcome;

/**
 * What a department said of an item.
 *
 * @param department the register asked, such as {@code social-insurance}, or the officer's body
 * @param outcome whether it answered
 * @param day of the answer
 */
public record DepartmentAnswer(String department, RegisterOutcome outcome, LocalDate day) {}
