package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.remote.SessionId;

/**
 * What axe-core finds on a page that is serious or worse (WCAG 2.2 A and AA, best practice), and
 * whether it fits its screen without moving sideways (WCAG 1.4.10).
 */
final class Accessibility {

    private static final Path AXE = Path.of("browser/node_modules/axe-core/axe.min.js");

    /**
     * All rules whose breach is serious; where some are named, these alone. What a breach weighs
     * stands in the rule, as far as it has a weight of its own.
     */
    private static final String EXAMINE =
            """
            const [rules, done] = arguments;
            const light = axe._audit.rules
                .filter(it => it.impact === 'minor' || it.impact === 'moderate').map(it => it.id);
            const only = rules.length ? {runOnly: {type: 'rule', values: rules}}
                : {rules: Object.fromEntries(light.map(it => [it, {enabled: false}]))};
            const told = (violation, node) => violation.id + ' (' + violation.impact + '): '
                + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ');
            axe.run(document, {resultTypes: ['violations'], ...only}).then(
                found => done(found.violations
                    .filter(it => it.impact === 'serious' || it.impact === 'critical')
                    .flatMap(it => it.nodes.map(node => told(it, node)))),
                failed => done(['axe-core failed: ' + failed]));
            """;

    /** By session: what the browser's last process calls the examiner. */
    private static final Map<SessionId, Object> COMPILED = new ConcurrentHashMap<>();

    private static final String TOO_WIDE =
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private static final String AXE_IS_THERE = "return typeof axe === 'object'";

    private static final List<String> COLOURS = List.of("color-contrast");

    private Accessibility() {}

    /** What is wrong with the page on this screen; by night with its colours. */
    static List<String> byDayAndByNight(ChromeDriver driver) {
        List<String> problems = new ArrayList<>(examine(driver, List.of()));
        Screen.dim(driver, true);
        examine(driver, COLOURS).forEach(it -> problems.add("dark: " + it));
        Screen.dim(driver, false);
        return problems;
    }

    /** What is wrong with the page as it is shown now. */
    static List<String> asItIs(ChromeDriver driver) {
        List<String> problems = new ArrayList<>(tooWide(driver));
        problems.addAll(examine(driver, List.of()));
        return problems;
    }

    static List<String> tooWide(ChromeDriver driver) {
        return Boolean.TRUE.equals(driver.executeScript(TOO_WIDE))
                ? List.of("the page is wider than the screen")
                : List.of();
    }

    private static List<String> examine(ChromeDriver driver, List<String> rules) {
        if (!Boolean.TRUE.equals(driver.executeScript(AXE_IS_THERE))) {
            load(driver);
        }
        return ((List<?>) driver.executeAsyncScript(EXAMINE, rules))
                .stream().map(String::valueOf).toList();
    }

    /**
     * The browser keeps what it compiled: to send and to compile it anew for each page takes longer
     * than to look at most.
     */
    private static void load(ChromeDriver driver) {
        Object kept = COMPILED.get(driver.getSessionId());
        if (kept == null || !ran(driver, kept)) {
            Object compiled =
                    driver.executeCdpCommand(
                                    "Runtime.compileScript",
                                    Map.of(
                                            "expression",
                                            source(),
                                            "sourceURL",
                                            "axe.js",
                                            "persistScript",
                                            true))
                            .get("scriptId");
            assertThat(ran(driver, compiled)).as("axe-core runs").isTrue();
            COMPILED.put(driver.getSessionId(), compiled);
        }
    }

    /** Not where the page is in another process than the one before. */
    private static boolean ran(ChromeDriver driver, Object script) {
        try {
            driver.executeCdpCommand("Runtime.runScript", Map.of("scriptId", script));
            return Boolean.TRUE.equals(driver.executeScript(AXE_IS_THERE));
        } catch (WebDriverException unknown) {
            return false;
        }
    }

    private static String source() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
