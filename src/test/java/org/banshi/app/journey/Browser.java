package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Debian's Chromium, as a person uses it: by what is to be read on the page. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long until it looks again; half a second, as is usual, would be most of a journey. */
    private static final Duration GLANCE = Duration.ofMillis(30);

    /**
     * Has a page say that it is about to be left: the answer to a form that was sent, or to a link
     * that was followed, takes its time, and whoever goes elsewhere before that cancels it.
     */
    private static final String NOTE_LEAVING =
            """
            if (window.leaving === undefined) {
              window.leaving = false;
              const note = (event, goes) => {
                if (goes && !event.defaultPrevented && goes.target !== '_blank') {
                  window.leaving = true;
                }
              };
              window.addEventListener('submit', event => note(event, event.target));
              window.addEventListener('click', event => note(event,
                  event.target.closest('a[href]:not([href*="#"]):not([download])')));
            }
            """;

    private final ChromeDriver driver;
    private final String base;
    private final Screen screen;

    private Browser(int port, Screen screen) {
        this.base = "http://localhost:" + port;
        this.screen = screen;
        this.driver = Drivers.take();
        screen.show(driver);
    }

    public static Browser phone(int port) {
        return new Browser(port, Screen.PHONE);
    }

    public static Browser desktop(int port) {
        return new Browser(port, Screen.DESKTOP);
    }

    public void open(String path) {
        driver.get(base + path);
        settle();
    }

    /** Shows a page that no server has. */
    void show(String html) {
        byte[] utf8 = html.getBytes(StandardCharsets.UTF_8);
        driver.get("data:text/html;base64," + Base64.getEncoder().encodeToString(utf8));
    }

    public void signIn(String account) {
        open("/sign-in");
        fill("account", account);
        fill("password", "banshi-demo");
        press("登录");
    }

    /** A sensor on the device that knows its user's finger. */
    public VirtualAuthenticator fingerprint() {
        return driver.addVirtualAuthenticator(
                new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true));
    }

    /** Takes the sensor away, for whoever uses the browser next. */
    public void forget(VirtualAuthenticator sensor) {
        driver.removeVirtualAuthenticator(sensor);
    }

    /** Fills the field of this name: types, chooses or ticks, as the field asks for. */
    public void fill(String name, String value) {
        patiently()
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "no field " + name + " on\n" + text())
                .until(any -> tryToFill(name, value));
        settle();
    }

    /**
     * The page may not be there yet; and one that renews a part of itself can take the field away
     * in the middle: then it is filled again.
     */
    private boolean tryToFill(String name, String value) {
        List<WebElement> found = driver.findElements(By.name(name));
        if (found.isEmpty()) {
            return false;
        }
        WebElement field = found.get(0);
        String type = String.valueOf(field.getDomAttribute("type"));
        if (field.getTagName().equals("select")) {
            new Select(field).selectByValue(value);
        } else if (type.equals("radio") || type.equals("checkbox")) {
            found.stream()
                    .filter(one -> value.equals(one.getDomAttribute("value")))
                    .filter(one -> !one.isSelected())
                    .forEach(this::click);
        } else if (type.equals("file")) {
            field.sendKeys(value);
        } else if (type.equals("date")) {
            script("arguments[0].value = arguments[1]", field, value);
        } else {
            field.clear();
            field.sendKeys(value);
        }
        return true;
    }

    /** Types into the field that a CSS selector finds first. */
    public void fillAt(String selector, String value) {
        driver.findElement(By.cssSelector(selector)).sendKeys(value);
    }

    /** Presses the first button or link that reads so, as soon as there is one. */
    public void press(String words) {
        String reads = "[contains(normalize-space(.), '" + words + "')]";
        By by = By.xpath("//main//button" + reads + " | //main//a" + reads);
        press(
                words,
                any ->
                        driver.findElements(by).stream()
                                .filter(
                                        one ->
                                                !String.valueOf(one.getDomAttribute("class"))
                                                        .contains("unseen"))
                                .findFirst()
                                .orElse(null));
    }

    /** Presses the button or link that a CSS selector finds first, as soon as there is one. */
    public void pressAt(String selector) {
        press(selector, any -> driver.findElement(By.cssSelector(selector)));
    }

    /** The page before may still be there, or just be going. */
    private void press(String what, Function<WebDriver, @Nullable WebElement> finding) {
        patiently()
                .withMessage(() -> "nothing to press for " + what + " on\n" + text())
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .until(
                        any -> {
                            WebElement found = finding.apply(any);
                            if (found != null) {
                                leaving();
                                click(found);
                            }
                            return found != null;
                        });
        settle();
    }

    /** Where the browser is, without its host and question. */
    public String path() {
        return URI.create(String.valueOf(driver.getCurrentUrl())).getPath();
    }

    public String text() {
        return String.valueOf(script("return document.body.innerText"));
    }

    /** What is to be read there, as soon as there is such a place. */
    public String textAt(String selector) {
        return patiently()
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "nothing at " + selector + " on\n" + text())
                .until(any -> driver.findElement(By.cssSelector(selector)).getText());
    }

    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Loads the page again and again until it reads so. */
    public void awaitText(String path, String words) {
        patiently()
                .withMessage(() -> "never reads " + words + ":\n" + text())
                .until(
                        any -> {
                            open(path);
                            return text().contains(words);
                        });
    }

    /** Waits until the page reads so. */
    public void awaitHere(String words) {
        patiently()
                .withMessage(() -> "never reads " + words + ":\n" + text())
                .ignoring(StaleElementReferenceException.class)
                .until(any -> text().contains(words));
    }

    /**
     * Looks at the page as a phone shows it and as a desk does: takes pictures and fails on what is
     * wider than the screen, and on what keeps people from using it on this one, by day and by
     * night. What every page is on each screen, the catalogue of pages looks at.
     */
    public void picture(String name) {
        List<String> found = new ArrayList<>();
        for (Screen each : Screen.values()) {
            each.show(driver);
            settle();
            Pictures.take(driver, name + "-" + each.word());
            Accessibility.tooWide(driver).forEach(it -> found.add(each.word() + ": " + it));
        }
        screen.show(driver);
        settle();
        found.addAll(Accessibility.byDayAndByNight(driver));
        assertThat(found).as(name).isEmpty();
    }

    /** As it is where somebody turned scripts off, from the next page on. */
    void withoutScripts() {
        Drivers.allowScripts(driver, false);
    }

    /** Chooses the language and the size of letters for the pages that are opened from now on. */
    void choose(String language, boolean care) {
        driver.manage().addCookie(new Cookie("lang", language));
        driver.manage().addCookie(new Cookie("care", care ? "on" : "off"));
    }

    /** Forgets who is logged in, and what was chosen. */
    void forgetEverybody() {
        open("/sign-in");
        driver.manage().deleteAllCookies();
    }

    /** The driver, for those who look at a page in more ways than a person does. */
    ChromeDriver driver() {
        return driver;
    }

    /** Has the page say when it is about to be left. */
    void leaving() {
        script(NOTE_LEAVING);
    }

    private void click(WebElement element) {
        script("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Until the page stands, is not about to go, and no part of it is being fetched. */
    void settle() {
        patiently()
                .withMessage(() -> "the page does not come to rest:\n" + text())
                .ignoring(JavascriptException.class)
                .until(
                        any ->
                                Boolean.TRUE.equals(
                                        script(
                                                "return document.readyState === 'complete' && !window.leaving &&"
                                                        + " !document.querySelector('.htmx-request,"
                                                        + " .htmx-swapping, .htmx-settling')")));
    }

    /** What the address answers with, asked for as the page itself would. */
    public byte[] bytes(String path) {
        Object text =
                ((JavascriptExecutor) driver)
                        .executeAsyncScript(
                                """
                                const done = arguments[arguments.length - 1];
                                fetch(arguments[0]).then(it => it.blob()).then(it => {
                                  const reader = new FileReader();
                                  reader.onload = () => done(reader.result.split(',')[1]);
                                  reader.readAsDataURL(it);
                                }, () => done(''));""",
                                path);
        return Base64.getDecoder().decode(String.valueOf(text));
    }

    private WebDriverWait patiently() {
        return new WebDriverWait(driver, PATIENCE, GLANCE);
    }

    private Object script(String text, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(text, arguments);
    }

    @Override
    public void close() {
        Drivers.giveBack(driver);
    }
}
