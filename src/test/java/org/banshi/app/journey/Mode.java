package org.banshi.app.journey;

import java.util.List;
import java.util.Locale;

/** A way in which people look at pages. */
enum Mode {
    PHONE(Screen.PHONE, "zh", false, false),
    PHONE_ENGLISH(Screen.PHONE, "en", false, false),
    PHONE_DARK(Screen.PHONE, "zh", true, false),
    PHONE_CARE(Screen.PHONE, "zh", false, true),
    PHONE_CARE_ENGLISH_DARK(Screen.PHONE, "en", true, true),
    DESKTOP(Screen.DESKTOP, "zh", false, false),
    DESKTOP_ENGLISH(Screen.DESKTOP, "en", false, false),
    DESKTOP_DARK(Screen.DESKTOP, "zh", true, false);

    /** What every page is looked at in; the words of both languages are on it. */
    static final List<Mode> BASIC = List.of(PHONE, PHONE_ENGLISH);

    /** What pages are looked at in that a journey shows in Chinese. */
    static final List<Mode> ENGLISH = List.of(PHONE_ENGLISH);

    /** What the main pages are looked at in. */
    static final List<Mode> MAIN =
            List.of(PHONE, PHONE_ENGLISH, PHONE_CARE, PHONE_CARE_ENGLISH_DARK, DESKTOP_DARK);

    private final Screen screen;
    private final String language;
    private final boolean dark;
    private final boolean care;

    Mode(Screen screen, String language, boolean dark, boolean care) {
        this.screen = screen;
        this.language = language;
        this.dark = dark;
        this.care = care;
    }

    /** For the name of a picture. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean english() {
        return language.equals("en");
    }

    /** From the next page on. */
    void choose(Browser browser) {
        screen.show(browser.driver());
        Screen.dim(browser.driver(), dark);
        browser.choose(language, care);
    }
}
