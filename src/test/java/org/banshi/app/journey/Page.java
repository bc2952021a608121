package org.banshi.app.journey;

import java.util.List;
import java.util.Map;

/**
 * A page to look at.
 *
 * @param handler the pattern of the handler that shows it
 * @param name of its picture
 * @param account who looks at it; empty for anybody
 * @param address where
 * @param modes in which the tests look at it; pictures are taken in all
 */
record Page(String handler, String name, String account, String address, List<Mode> modes) {

    /** Looked at in both languages. */
    static Page page(String handler, String name, String account, String address) {
        return new Page(handler, name, account, address, Mode.BASIC);
    }

    /** One of the main pages. */
    Page everyWay() {
        return new Page(handler, name, account, address, Mode.MAIN);
    }

    /** A story of its own looks at it, in Chinese. */
    Page told() {
        return new Page(handler, name, account, address, Mode.ENGLISH);
    }

    boolean main() {
        return modes.equals(Mode.MAIN);
    }

    /** With what the town tells. */
    Page in(Map<String, String> town) {
        return new Page(handler, name, filled(account, town), filled(address, town), modes);
    }

    private static String filled(String text, Map<String, String> town) {
        String filled = text;
        for (Map.Entry<String, String> told : town.entrySet()) {
            filled = filled.replace("{" + told.getKey() + "}", told.getValue());
        }
        return filled;
    }
}
