package org.banshi.app.calculator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.text.Text;

/**
 * Overtime pay (加班工资; domain rules §6.1). The hourly wage is not rounded; each line is, half up to
 * a cent.
 */
public final class Overtime {

    /** How working time is arranged. */
    public enum Arrangement {
        /** 标准工时. */
        STANDARD,
        /** 综合计算工时: what exceeds the period's hours, and holidays. */
        COMPREHENSIVE,
        /** 不定时工作: none by national rules. */
        FLEXIBLE
    }

    /** The kind of a day that is worked beyond the usual hours. */
    public enum DayKind {
        WORKDAY,
        REST_DAY,
        HOLIDAY
    }

    /**
     * Extra hours on a day.
     *
     * @param lieu whether time off was given for them; for a holiday it does not count
     */
    public record Worked(LocalDate day, BigDecimal hours, boolean lieu) {}

    /** Hours of one kind and what they are paid, in yuan. */
    public record Line(DayKind kind, BigDecimal hours, BigDecimal times, BigDecimal pay) {}

    /**
     * What comes out.
     *
     * @param hourly yuan an hour, to four decimals for the eye
     * @param warnings where more was worked than the law allows
     * @param provisional whether a calendar or figure behind it is to be confirmed
     */
    public record Result(
            BigDecimal hourly,
            List<Line> lines,
            BigDecimal total,
            List<Text> warnings,
            String source,
            boolean provisional) {}

    private final OvertimeRates rates;
    private final WorkingCalendar calendar;

    public Overtime(OvertimeRates rates, WorkingCalendar calendar) {
        this.rates = rates;
        this.calendar = calendar;
    }

    /**
     * A day's kind: a make-up day is a working day, a day off that is no statutory one a rest day.
     */
    public DayKind kind(LocalDate day) {
        if (calendar.isStatutory(day)) {
            return DayKind.HOLIDAY;
        }
        return calendar.isWorkingDay(day) ? DayKind.WORKDAY : DayKind.REST_DAY;
    }

    /** Pay for extra hours on days that are known. */
    public Result ofDays(BigDecimal monthly, Arrangement arrangement, List<Worked> worked) {
        Map<DayKind, BigDecimal> hours = new EnumMap<>(DayKind.class);
        LocalDate last = LocalDate.EPOCH;
        boolean announced = true;
        for (Worked each : worked) {
            last = each.day().isAfter(last) ? each.day() : last;
            announced &= calendar.isAnnounced(each.day().getYear());
            DayKind kind = kind(each.day());
            boolean compensated = each.lieu() && kind == DayKind.REST_DAY;
            if (!compensated) {
                hours.merge(kind, each.hours(), BigDecimal::add);
            }
        }
        OvertimeRates.Row row = rates.on(last);
        return result(monthly, arrangement, hours, row, warnings(worked, row), !announced);
    }

    /** Pay for extra hours by kind, as of {@code day}. */
    public Result ofHours(
            BigDecimal monthly,
            Arrangement arrangement,
            Map<DayKind, BigDecimal> hours,
            LocalDate day) {
        OvertimeRates.Row row = rates.on(day);
        BigDecimal all = hours.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Text> warnings =
                all.compareTo(row.mostHoursAMonth()) > 0 ? List.of(month(row)) : List.of();
        return result(monthly, arrangement, hours, row, warnings, false);
    }

    private static Result result(
            BigDecimal monthly,
            Arrangement arrangement,
            Map<DayKind, BigDecimal> hours,
            OvertimeRates.Row row,
            List<Text> warnings,
            boolean provisional) {
        BigDecimal paidHours = row.payDays().multiply(row.hoursADay());
        List<Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO.setScale(2);
        for (DayKind kind : DayKind.values()) {
            BigDecimal worked = hours.getOrDefault(kind, BigDecimal.ZERO);
            if (worked.signum() > 0) {
                BigDecimal times = times(kind, arrangement, row);
                BigDecimal pay =
                        monthly.multiply(worked)
                                .multiply(times)
                                .divide(paidHours, 2, RoundingMode.HALF_UP);
                lines.add(new Line(kind, worked, times, pay));
                total = total.add(pay);
            }
        }
        return new Result(
                monthly.divide(paidHours, 4, RoundingMode.HALF_UP),
                List.copyOf(lines),
                total,
                warnings,
                row.source(),
                provisional || row.provisional());
    }

    private static BigDecimal times(DayKind kind, Arrangement arrangement, OvertimeRates.Row row) {
        return switch (arrangement) {
            case STANDARD ->
                    switch (kind) {
                        case WORKDAY -> row.workday();
                        case REST_DAY -> row.restDay();
                        case HOLIDAY -> row.holiday();
                    };
            case COMPREHENSIVE -> kind == DayKind.HOLIDAY ? row.holiday() : row.workday();
            case FLEXIBLE -> BigDecimal.ZERO;
        };
    }

    private static List<Text> warnings(List<Worked> worked, OvertimeRates.Row row) {
        Map<LocalDate, BigDecimal> byDay = new HashMap<>();
        Map<String, BigDecimal> byMonth = new HashMap<>();
        for (Worked each : worked) {
            byDay.merge(each.day(), each.hours(), BigDecimal::add);
            byMonth.merge(each.day().toString().substring(0, 7), each.hours(), BigDecimal::add);
        }
        List<Text> warnings = new ArrayList<>();
        if (byDay.values().stream().anyMatch(hours -> hours.compareTo(row.mostHoursADay()) > 0)) {
            String most = row.mostHoursADay().toPlainString();
            warnings.add(
                    Text.of(
                            "有一天的加班超过" + most + "小时（一般每日不超过1小时，特殊原因不超过" + most + "小时）。",
                            "On a day more than " + most + " extra hours were worked."));
        }
        if (byMonth.values().stream()
                .anyMatch(hours -> hours.compareTo(row.mostHoursAMonth()) > 0)) {
            warnings.add(month(row));
        }
        return warnings;
    }

    private static Text month(OvertimeRates.Row row) {
        String most = row.mostHoursAMonth().toPlainString();
        return Text.of(
                "一个月的加班超过" + most + "小时的上限。",
                "In a month more than " + most + " extra hours were worked.");
    }
}
