package org.banshi.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whole pages, in {@code target/pictures}. */
final class Pictures {

    private Pictures() {}

    /** One of a journey's, to look at where it failed: at three quarters of the cost of a PNG. */
    static void take(ChromeDriver driver, String name) {
        take(
                driver,
                Path.of("target/pictures", name + ".jpg"),
                Map.of("format", "jpeg", "quality", 80));
    }

    static void take(ChromeDriver driver, Path folder, String name) {
        take(driver, folder.resolve(name + ".png"), Map.of("format", "png"));
    }

    private static void take(ChromeDriver driver, Path file, Map<String, Object> format) {
        Map<?, ?> layout =
                (Map<?, ?>)
                        driver.executeCdpCommand("Page.getLayoutMetrics", Map.of())
                                .get("cssContentSize");
        Map<String, Object> whole =
                Map.of(
                        "x",
                        0,
                        "y",
                        0,
                        "width",
                        layout.get("width"),
                        "height",
                        layout.get("height"),
                        "scale",
                        1);
        Map<String, Object> asked = new HashMap<>(format);
        asked.put("captureBeyondViewport", true);
        asked.put("clip", whole);
        asked.put("optimizeForSpeed", true);
        Map<String, Object> taken = driver.executeCdpCommand("Page.captureScreenshot", asked);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
