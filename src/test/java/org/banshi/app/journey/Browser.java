package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
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

    /** How long until it loads a page again, which costs more than a look. */
    private static final Duration RELOAD = Duration.ofMillis(150);

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

    /**
     * The same where scripts are turned off, and no listener hears what happens: told of what is
     * about to be pressed, if it leads to another page.
     */
    private static final String NOTE_PRESSED =
            """
            const link = it && it.closest('a[href]:not([href*="#"]):not([download])');
            const button = it && it.closest('button');
            const form = button && button.type === 'submit' && button.form;
            if (link && link.target !== '_blank' || form && (form.noValidate
                || button.formNoValidate || form.checkValidity())) window.leaving = true;
            """;

    /** In the driver's words, of a node that was there when the press began. */
    private static final String GONE = "does not belong to the document";

    /** What a press goes to. */
    private static final String FIRST = "const it = document.querySelector(arguments[0]);";

    private static final String FIRST_SEEN =
            """
            const all = document.evaluate(arguments[0], document, null,
                XPathResult.ORDERED_NODE_ITERATOR_TYPE, null);
            let it = all.iterateNext();
            while (it && it.classList.contains('unseen')) it = all.iterateNext();
            """;

    private static final String IN_VIEW =
            "if (it) it.scrollIntoView({block: 'center'}); return it;";

    /**
     * Goes to the field of a name as far as a script can: tells what is to be done there by hand;
     * nothing where there is no such field, or one that takes nothing now. What is typed comes in
     * one piece, as from a method of input for Chinese.
     */
    private static final String REACH =
            """
            const [name, value] = arguments;
            const found = [...document.getElementsByName(name)];
            if (!found.length) return null;
            const field = found[0];
            const told = {press: [], choose: null, hand: null, type: false};
            if (field.tagName === 'SELECT') {
              told.choose = field;
            } else if (field.type === 'radio' || field.type === 'checkbox') {
              told.press = found.filter(it => it.value === value && !it.checked);
              told.press.forEach(it => it.scrollIntoView({block: 'center'}));
            } else if (field.type === 'file') {
              told.hand = field;
            } else if (field.type === 'date') {
              field.value = value;
            } else {
              field.scrollIntoView({block: 'center'});
              field.focus();
              if (document.activeElement !== field || field.readOnly) return null;
              field.select();
              if (value) told.type = true; else document.execCommand('delete');
            }
            return told;
            """;

    private final ChromeDriver driver;
    private final String base;
    private final Screen screen;
    private boolean scripts = true;

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

    /** To the page before. */
    void back() {
        driver.navigate().back();
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
                .withMessage(() -> "no field " + name + " that takes " + value + " on\n" + text())
                .until(any -> tryToFill(name, value));
        settle();
    }

    /**
     * The page may not be there yet; and one that renews a part of itself can take the field away
     * in the middle: then it is filled again.
     */
    private boolean tryToFill(String name, String value) {
        Map<?, ?> found = (Map<?, ?>) script(REACH, name, value);
        if (found == null) {
            return false;
        }
        ((List<?>) found.get("press")).forEach(one -> click((WebElement) one));
        if (found.get("choose") instanceof WebElement list) {
            new Select(list).selectByValue(value);
        } else if (found.get("hand") instanceof WebElement files) {
            files.sendKeys(value);
        } else if (Boolean.TRUE.equals(found.get("type"))) {
            driver.executeCdpCommand("Input.insertText", Map.of("text", value));
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
        press(words, FIRST_SEEN, "//main//button" + reads + " | //main//a" + reads);
    }

    /** Presses the button or link that a CSS selector finds first, as soon as there is one. */
    public void pressAt(String selector) {
        press(selector, FIRST, selector);
    }

    /** The page before may still be there, or just be going. */
    private void press(String what, String finding, String by) {
        patiently()
                .withMessage(() -> "nothing to press for " + what + " on\n" + text())
                .ignoring(StaleElementReferenceException.class)
                .until(
                        any -> {
                            WebElement found = (WebElement) script(noting(finding) + IN_VIEW, by);
                            if (found != null) {
                                click(found);
                            }
                            return found != null;
                        });
        settle();
    }

    private String noting(String finding) {
        return scripts ? NOTE_LEAVING + finding : finding + NOTE_PRESSED;
    }

    /** The driver does not call every element stale that went while it was being pressed. */
    private static void click(WebElement found) {
        try {
            found.click();
        } catch (WebDriverException e) {
            throw String.valueOf(e.getRawMessage()).contains(GONE)
                    ? new StaleElementReferenceException(GONE, e)
                    : e;
        }
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
        new WebDriverWait(driver, PATIENCE, RELOAD)
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
        for (Screen each : List.of(screen.other(), screen)) {
            each.show(driver);
            settle();
            Pictures.take(driver, name + "-" + each.word());
            Accessibility.tooWide(driver).forEach(it -> found.add(each.word() + ": " + it));
        }
        found.addAll(Accessibility.byDayAndByNight(driver));
        assertThat(found).as(name).isEmpty();
    }

    /** As it is where somebody turned scripts off, from the next page on. */
    void withoutScripts() {
        scripts = false;
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
