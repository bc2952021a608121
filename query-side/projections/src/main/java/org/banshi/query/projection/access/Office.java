package org.banshi.query.projection.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.query.contract.page.BadQueryException;

/** An office as queries spell it, {@code body:region}. */
public record Office(String body, String region) {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9-]+):(\\d{6}(?:\\d{3})?)");

    /**
     * Reads it.
     *
     * @throws BadQueryException when it is none
     */
    public static Office of(String office) {
        Matcher parts = SHAPE.matcher(office);
        if (!parts.matches()) {
            throw new BadQueryException("office");
        }
        return new Office(parts.group(1), parts.group(2));
    }

    @Override
    public String toString() {
        return body + ":" + region;
    }
}
