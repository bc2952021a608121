package org.banshi.query.contract.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;

/**
 * A notice (公示) that is up: what the rules let everybody see of a family, and nothing more (民发
 * 〔2021〕57号; domain rules §2.3).
 *
 * @param region code of the place that the case belongs to
 * @param name of the applicant, masked
 * @param familySize persons
 * @param amount yuan a month
 * @param from first day
 * @param until last day; whoever objects does so by then
 * @param phone of whoever answers questions
 */
public record PublicNotice(
        String number,
        Text serviceName,
        String region,
        String name,
        int familySize,
        BigDecimal amount,
        LocalDate from,
        DueDate until,
        String phone) {

    /** Never prints the person. */
    @Override
    public String toString() {
        return "PublicNotice[" + number + "]";
    }
}
