package org.banshi.command.contract.application;

/** Units of a limit (exchange standard: G 工作日, Z 自然日). */
public enum TermUnit {
    WORKING_DAYS,
    CALENDAR_DAYS,
    MONTHS
}
