package org.banshi.app.journey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a page is shown on. */
enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The one that is not this. */
    Screen other() {
        return this == PHONE ? DESKTOP : PHONE;
    }

    /** For the name of a picture. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From now on; a window of its own could not be as narrow. */
    void show(ChromeDriver driver) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        this == PHONE));
    }

    /** Whether the reader wants light words on a dark ground. */
    static void dim(ChromeDriver driver, boolean dark) {
        String scheme = dark ? "dark" : "light";
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
