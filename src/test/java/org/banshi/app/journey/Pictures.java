package org.banshi.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whole pages, in {@code target/pictures}. */
final class Pictures {

    private Pictures() {}

    static void take(ChromeDriver driver, String name) {
        take(driver, Path.of("target/pictures"), name);
    }

    static void take(ChromeDriver driver, Path folder, String name) {
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
        Map<String, Object> taken =
                driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "captureBeyondViewport",
                                true,
                                "clip",
                                whole,
                                "optimizeForSpeed",
                                true));
        try {
            Files.write(
                    Files.createDirectories(folder).resolve(name + ".png"),
                    Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
