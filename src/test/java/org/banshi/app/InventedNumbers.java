package org.banshi.app;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.banshi.command.contract.person.IdentityNumber;

/** Identity numbers of people who never lived, another one each time. */
public final class InventedNumbers {

    private static final LocalDate FIRST_BORN = LocalDate.parse("1903-01-01");
    private static final int DAYS = 2_900;
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private InventedNumbers() {}

    /** Valid, and given to nobody else in this run. */
    public static String next() {
        int given = GIVEN.getAndIncrement();
        String first17 =
                "440105%s%03d"
                        .formatted(
                                FIRST_BORN
                                        .plusDays(given % DAYS)
                                        .format(DateTimeFormatter.BASIC_ISO_DATE),
                                900 + given / DAYS);
        return first17 + IdentityNumber.checkDigit(first17);
    }
}
