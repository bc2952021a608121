package org.banshi.query.contract.dispute;

import java.time.LocalDate;
import org.banshi.query.contract.access.Scope;

/**
 * Which hearings take place from one day to another, both included, in order of time, at most 500?
 * Answers {@code List<HearingRow>}.
 */
public record FindHearings(LocalDate from, LocalDate until, Scope scope) {}
