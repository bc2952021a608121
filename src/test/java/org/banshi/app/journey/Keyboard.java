package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Somebody who has no mouse; whatever has the focus on the way must be seen to have it. */
public final class Keyboard {

    /** More stops than that nobody makes on one page. */
    private static final int MOST = 80;

    private static final String FOCUSED =
            """
            const it = document.activeElement;
            const style = getComputedStyle(it);
            const box = it.getBoundingClientRect();
            const ring = box.width > 2 && style.opacity !== '0' ? style
                : getComputedStyle(it.closest('label') || it);
            return {
              words: (it.innerText || it.value || '').replace(/\\s+/g, ''), name: it.name || '', id: it.id,
              value: it.value || '', checked: it.checked === true, kind: it.type || it.tagName,
              seen: ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) > 0
                  && box.bottom > 0 && box.top < innerHeight};
            """;

    private final Browser browser;

    public Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** Tabs on to a link or a button that reads so, and presses Enter. */
    public void enter(String words) {
        to(words, at -> text(at, "words").contains(words) && !text(at, "kind").equals("FORM"));
        press(Keys.ENTER);
    }

    /** Tabs on to a field and types. */
    public void type(String name, String text) {
        to(name, at -> text(at, "name").equals(name));
        press(text);
    }

    /** Tabs on to a day and types it, in the order of the browser's own language. */
    public void date(String name, LocalDate day) {
        to(name, at -> text(at, "name").equals(name));
        press(day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
        if (!text(focused(), "value").equals(day.toString())) {
            press(Keys.chord(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT));
            press(String.valueOf(day.getYear()));
            press(Keys.ARROW_RIGHT);
            press(day.format(DateTimeFormatter.ofPattern("MMdd")));
        }
        assertThat(text(focused(), "value")).isEqualTo(day.toString());
    }

    /** Tabs on to a question and goes on with the arrows until this answer is chosen. */
    public void choose(String name, String value) {
        to(name, at -> text(at, "name").equals(name));
        boolean several = text(focused(), "kind").equals("radio");
        if (several) {
            press(Keys.SPACE);
        }
        for (int i = 0; i < MOST && !text(focused(), "value").equals(value); i++) {
            press(Keys.ARROW_DOWN);
        }
        assertThat(text(focused(), "value")).isEqualTo(value);
    }

    /** Tabs on to a box and ticks it. */
    public void tick(String name) {
        to(name, at -> text(at, "name").equals(name));
        press(Keys.SPACE);
        assertThat(focused().get("checked")).isEqualTo(true);
    }

    /** Presses one key or types. */
    public void press(CharSequence keys) {
        if (keys != Keys.TAB) {
            browser.leaving();
        }
        new Actions(browser.driver()).sendKeys(keys).perform();
        browser.settle();
    }

    /** The id of what has the focus. */
    public String at() {
        return text(focused(), "id");
    }

    private void to(String what, Predicate<Map<?, ?>> there) {
        for (int i = 0; i < MOST; i++) {
            press(Keys.TAB);
            Map<?, ?> at = focused();
            if (!List.of("BODY", "HTML").contains(text(at, "kind"))) {
                assertThat(at.get("seen")).as("%s is seen to have the focus", at).isEqualTo(true);
            }
            if (there.test(at)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + what + " on\n" + browser.text());
    }

    private Map<?, ?> focused() {
        return (Map<?, ?>) browser.driver().executeScript(FOCUSED);
    }

    private static String text(Map<?, ?> at, String key) {
        return String.valueOf(at.get(key));
    }
}
