package org.banshi.query.contract.dispute;

import java.time.LocalDate;
import java.util.List;

/**
 * A hearing as the committee's calendar shows it; it names no party.
 *
 * @param number the case's number
 * @param hearing which hearing of the case, from 1
 * @param half {@code MORNING} or {@code AFTERNOON}
 * @param state {@code set}, {@code held} or {@code adjourned}
 */
public record HearingRow(
        String number,
        int hearing,
        LocalDate day,
        String half,
        String room,
        List<String> arbitrators,
        String region,
        String state) {}
