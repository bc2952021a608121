package org.banshi.web.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.command.contract.text.Text;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Versions of a stream in the headers {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"|(\\d{1,18})");

    private Versions() {}

    /** As an entity tag. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version of {@code If-Match}; null where there is none or it is {@code *}.
     *
     * @throws ProblemException when it is not a version
     */
    public static @Nullable Long expected(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "/If-Match",
                    "pattern",
                    Text.of("须为带引号的版本号。", "A version in quotes is expected."));
        }
        return Long.valueOf(tag.group(1) != null ? tag.group(1) : tag.group(2));
    }

    /** Whether {@code If-None-Match} names this version. */
    public static boolean known(@Nullable String header, long version) {
        if (header == null) {
            return false;
        }
        for (String tag : header.split(",")) {
            Matcher one = TAG.matcher(tag.strip());
            if (one.matches() && one.group(1) != null && one.group(1).equals("" + version)) {
                return true;
            }
        }
        return false;
    }
}
