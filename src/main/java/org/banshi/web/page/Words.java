package org.banshi.web.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.banshi.catalogue.Limit;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** Puts values into the words of the page's language. Dates are those of Asia/Shanghai. */
public final class Words {

    /** As {@code [S26 H]}: where our files keep a source, and how sure it is. */
    private static final Pattern MARK = Pattern.compile("\\s*\\[S(?:-\\w+|\\d+)[^\\]]*]");

    private static final Pattern DAY =
            Pattern.compile("\\b\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b");

    private final String language;

    public Words(Locale locale) {
        this.language = locale.getLanguage().startsWith("en") ? "en" : "zh";
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        return language;
    }

    /** For the attribute {@code lang}. */
    public String tag() {
        return english() ? "en" : "zh-CN";
    }

    /**
     * For the attribute {@code lang} of what somebody wrote, where it is in another language than
     * an English page; null elsewhere. A name in between makes no text Chinese.
     */
    public @Nullable String tongue(@Nullable String written) {
        if (!english() || written == null) {
            return null;
        }
        long letters = written.codePoints().filter(Character::isLetter).count();
        long han = written.codePoints().filter(Character::isIdeographic).count();
        return han > 0 && 2 * han >= letters ? "zh-CN" : null;
    }

    /** For what is not looked up by a page. */
    public Locale locale() {
        return english() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    public String of(@Nullable Text text) {
        return text == null ? "" : text.in(language);
    }

    public String date(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return day.format(
                english()
                        ? DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
                        : DateTimeFormatter.ofPattern("yyyy年M月d日"));
    }

    /** A last day; says so where its calendar is not announced yet. */
    public String due(@Nullable DueDate due) {
        if (due == null) {
            return "";
        }
        return date(due.day()) + (due.provisional() ? provisional() : "");
    }

    public String provisional() {
        return english() ? " (provisional)" : "（暂定）";
    }

    public String time(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        return at.atZone(Stamp.ZONE)
                .format(
                        english()
                                ? DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH)
                                : DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm"));
    }

    /** To the second, as an auditor needs it. */
    public String precise(Instant at) {
        return at.atZone(Stamp.ZONE).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    }

    /** How long something took, in its two largest units. */
    public String span(Duration length) {
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        if (days > 0) {
            return english()
                    ? days + " d" + (hours > 0 ? " " + hours + " h" : "")
                    : days + "天" + (hours > 0 ? hours + "小时" : "");
        }
        if (hours > 0) {
            return english()
                    ? hours + " h" + (minutes > 0 ? " " + minutes + " min" : "")
                    : hours + "小时" + (minutes > 0 ? minutes + "分" : "");
        }
        return english()
                ? minutes > 0 ? minutes + " min" : "under a minute"
                : minutes > 0 ? minutes + "分钟" : "不到1分钟";
    }

    public String limit(@Nullable Limit limit) {
        if (limit == null) {
            return english() ? "not set" : "未规定";
        }
        return limit.amount() + unit(limit.unit()) + (limit.provisional() ? provisional() : "");
    }

    /** An amount of money to the cent, such as {@code 1,314.00}. */
    public String amount(@Nullable BigDecimal yuan) {
        return yuan == null ? "" : String.format(Locale.ROOT, "%,.2f", yuan);
    }

    /** A number as typed, with its thousands parted; anything else as it is. */
    public String number(String value) {
        if (!value.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }

    /** The kind of a file, by its media type, as people call it. */
    public String kind(String mediaType) {
        return mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(Locale.ROOT);
    }

    /** A month, {@code yyyy-MM}, as read aloud; anything else as it is. */
    public String month(String value) {
        if (!value.matches("\\d{4}-\\d{2}")) {
            return value;
        }
        return YearMonth.parse(value)
                .format(
                        english()
                                ? DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH)
                                : DateTimeFormatter.ofPattern("yyyy年M月"));
    }

    /** A line of a result: a month as read aloud, an amount with its thousands parted, no marks. */
    public String figure(String value) {
        return value.matches("-?\\d+\\.\\d{2}")
                ? amount(new BigDecimal(value))
                : month(source(value));
    }

    /** Where a rule comes from, without the mark under which our files keep the text. */
    public String source(@Nullable String source) {
        return source == null ? "" : MARK.matcher(source).replaceAll("").strip();
    }

    /** A text with each day in it as people write it. */
    public String dated(@Nullable String text) {
        return text == null ? "" : DAY.matcher(text).replaceAll(found -> day(found.group()));
    }

    /** What only looks like a day stays as it is. */
    private String day(String written) {
        try {
            return date(LocalDate.parse(written));
        } catch (DateTimeException none) {
            return written;
        }
    }

    private String unit(TermUnit unit) {
        return switch (unit) {
            case WORKING_DAYS -> english() ? " working days" : "个工作日";
            case CALENDAR_DAYS -> english() ? " days" : "个自然日";
            case MONTHS -> english() ? " months" : "个月";
        };
    }

    private boolean english() {
        return language.equals("en");
    }
}
