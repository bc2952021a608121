package org.banshi.app.journey;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * Chromiums that wait for their next user: to start one takes longer than most of what a person
 * does in it. Each user finds it empty, as if it had just been started.
 */
final class Drivers {

    /** Chromium without a desktop around it: the same pages for half the processor time. */
    private static final File LEAN = new File("/usr/lib/chromium/chromium-headless-shell");

    private static final Deque<ChromeDriver> IDLE = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Drivers::quit, "chromium-quit"));
    }

    private Drivers() {}

    static synchronized ChromeDriver take() {
        return IDLE.isEmpty() ? start() : IDLE.pop();
    }

    /** Forgets who used it. One that can't is thrown away. */
    static void giveBack(ChromeDriver driver) {
        try {
            allowScripts(driver, true);
            driver.get("about:blank");
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            Screen.dim(driver, false);
            keep(driver);
        } catch (RuntimeException broken) {
            driver.quit();
            throw broken;
        }
    }

    static void allowScripts(ChromeDriver driver, boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    private static synchronized void keep(ChromeDriver driver) {
        IDLE.push(driver);
    }

    private static synchronized void quit() {
        IDLE.forEach(ChromeDriver::quit);
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        if (LEAN.canExecute()) {
            options.setBinary(LEAN);
        } else {
            options.setBinary("/usr/bin/chromium");
            options.addArguments("--headless=new");
        }
        options.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // No script lives long enough here to repay a better compiler.
                "--js-flags=--no-opt --no-maglev",
                "--lang=zh-CN");
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .usingAnyFreePort()
                        .build(),
                options);
    }
}
