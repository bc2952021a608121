package org.banshi.query.contract.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A notice (公示) that is up: what the rules let everybody see of a family or of an assessment, and
 * nothing more (民发〔2021〕57号, 残疾人证管理办法; domain rules §2.3, §3.2).
 *
 * @param service the item's spelling
 * @param region code of the place that the case belongs to
 * @param name of whom it is about, masked
 * @param familySize persons; null where the notice is not about a family
 * @param amount yuan a month; null where the notice is not about money
 * @param grade category and level of a disability; null where it is not about one
 * @param from first day
 * @param until last day; whoever objects does so by then
 * @param phone of whoever answers questions
 */
public record PublicNotice(
        String number,
        String service,
        Text serviceName,
        String region,
        String name,
        @Nullable Integer familySize,
        @Nullable BigDecimal amount,
        @Nullable Text grade,
        LocalDate from,
        DueDate until,
        String phone) {

    /** Never prints the person. */
    @Override
    public String toString() {
        return "PublicNotice[" + number + "]";
    }
}
