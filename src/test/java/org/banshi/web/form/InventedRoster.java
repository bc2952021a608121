package org.banshi.web.form;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A roster of invented people as a file: every number has a right check digit. */
public final class InventedRoster {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private InventedRoster() {}

    /** The file, whose first {@code speaking} people represent the others. */
    public static byte[] of(int people, int speaking) {
        StringBuilder file = new StringBuilder("\uFEFF姓名,身份证号码,是代表人\r\n");
        for (int i = 0; i < people; i++) {
            file.append("工友").append(i + 1).append(',').append(number(i));
            file.append(i < speaking ? ",是" : ",否").append("\r\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String number(int i) {
        String first =
                String.format(
                        Locale.ROOT, "440106%d%02d10%03d", 1903 + i % 8, i / 8 % 12 + 1, 100 + i);
        int sum = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum += (first.charAt(k) - '0') * WEIGHTS[k];
        }
        return first + "10X98765432".charAt(sum % 11);
    }
}
