package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.banshi.app.BanshiTest;
import org.banshi.app.demo.TownOnStage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at every page there is. With {@code -Dbanshi.pictures=DIR}, as {@code ./banshi screenshots}
 * calls it, in every mode, and keeps the pictures.
 */
@BanshiTest
class PageCatalogueTest {

    private static final int HEAVIEST = 150 * 1024;

    /**
     * What the page is: its title; its first headings; what it weighs, page, styles and scripts,
     * compressed, also where the browser had some of them already; what is to be read without what
     * says of itself that it is in another language; and, where letters are large, main targets
     * below 60 px (工信部 2021).
     */
    private static final String ASKED =
            """
            const of = kind => performance.getEntriesByType(kind).map(it => it.encodedBodySize || 0);
            const under = (selector, height) => [...document.querySelectorAll(selector)]
                .filter(it => it.offsetParent && !it.classList.contains('unseen')
                    && it.getBoundingClientRect().height < height)
                .map(it => it.tagName + ' ' + it.className + ' ' + it.textContent.slice(0, 20));
            const care = document.documentElement.classList.contains('care');
            const small = !care ? [] : under('main .weui-btn, main input:not([type=hidden],'
                + ' [type=file], [type=radio], [type=checkbox]), main select, main .choice', 59.5)
                .concat(under('.top a, .look a, .kept a, #letters a, a[href^="tel:"]', 43.5));
            document.querySelectorAll('body [lang]').forEach(it => {
              if (it.lang !== document.documentElement.lang) it.style.visibility = 'hidden';
            });
            return {
              title: document.title,
              headings: document.querySelectorAll('h1').length,
              small,
              weight: of('navigation').concat(of('resource')).reduce((sum, size) => sum + size, 0),
              text: document.body.innerText};
            """;

    /**
     * What of a page as it is served asks for scripts: parsed without them, so that what stands in
     * {@code noscript} is there. A form needs somewhere to go and a button that is seen; one with
     * files has to send them; what else starts a request needs a form around it to do the same.
     */
    private static final String NEEDS_SCRIPTS =
            """
            const done = arguments[arguments.length - 1];
            fetch(location.href).then(it => it.text()).then(text => {
              const page = new DOMParser().parseFromString(text, 'text/html');
              const seen = it => !it.closest('[hidden]') && !it.classList.contains('unseen');
              const name = it => it.outerHTML.slice(0, 120).replace(/\\s+/g, ' ');
              const faults = [];
              for (const form of [...page.forms].filter(seen)) {
                const buttons = [...form.elements].filter(it => it.type === 'submit' && seen(it));
                const files = [...form.elements].some(it => it.type === 'file');
                if (!form.getAttribute('action')) faults.push('goes nowhere: ' + name(form));
                if (!buttons.length) faults.push('no button: ' + name(form));
                if (files && !(form.enctype === 'multipart/form-data' && form.method === 'post')
                    && !buttons.some(it => it.formEnctype === 'multipart/form-data')) {
                  faults.push('sends no file: ' + name(form));
                }
                const renews = [...form.querySelectorAll('[hx-trigger]')].some(it =>
                    it.matches('input:not([type=file]), select, fieldset'));
                if (renews && !buttons.some(it => it.value === 'refresh' || form.method === 'get')) {
                  faults.push('is renewed by nothing: ' + name(form));
                }
              }
              page.querySelectorAll('[hx-post], [hx-get]').forEach(it => {
                if (seen(it) && !it.closest('form') && !it.matches('a[href]')
                    && !/load|news|every/.test(it.getAttribute('hx-trigger') || '')) {
                  faults.push('only htmx sends it: ' + name(it));
                }
              });
              page.querySelectorAll('button[type=button]').forEach(it => {
                if (seen(it)) faults.push('does nothing: ' + name(it));
              });
              done(faults);
            }, lost => done(['not fetched: ' + lost]));
            """;

    @LocalServerPort private int port;

    private final List<RequestMappingHandlerMapping> mappings;
    private final Scenery scenery;

    @Autowired
    PageCatalogueTest(
            List<RequestMappingHandlerMapping> mappings, AutowireCapableBeanFactory beans) {
        this.mappings = mappings;
        this.scenery = beans.createBean(Scenery.class);
    }

    @Test
    void names_every_handler_that_shows_a_page() {
        Set<String> shown = PageHandlers.of(mappings);
        Set<String> named =
                PageCatalogue.PAGES.stream()
                        .map(Page::handler)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).doesNotContainAnyElementsOf(PageCatalogue.NO_PAGE.keySet());
        named.addAll(PageCatalogue.NO_PAGE.keySet());

        assertThat(shown).hasSizeGreaterThan(90);
        assertThat(named)
                .as("add a new page to PageCatalogue, with something on it in TownOnStage")
                .containsExactlyElementsOf(shown);
    }

    @Test
    void finds_a_title_the_pages_language_and_nothing_serious_on_each() throws Exception {
        String folder = System.getProperty("banshi.pictures");
        Map<String, String> town = TownOnStage.on(port);
        Map<String, List<Page>> byAccount = new LinkedHashMap<>();
        PageWords words = new PageWords();
        List<String> faults = new ArrayList<>();
        try (Browser browser = Browser.phone(port)) {
            scenery.into(town, browser);
            for (Page page : PageCatalogue.PAGES) {
                Page found = page.in(town);
                byAccount.computeIfAbsent(found.account(), any -> new ArrayList<>()).add(found);
            }
            byAccount.forEach(
                    (account, pages) -> {
                        browser.forgetEverybody();
                        if (!account.isEmpty()) {
                            browser.signIn(account);
                        }
                        for (Page page : pages) {
                            look(browser, page, folder, words, faults);
                        }
                    });
            Mode.PHONE.choose(browser);
        } finally {
            scenery.clear();
        }
        assertThat(faults).isEmpty();
    }

    private static void look(
            Browser browser, Page page, String folder, PageWords words, List<String> faults) {
        List<Mode> modes = folder != null ? Arrays.asList(Mode.values()) : page.modes();
        for (Mode mode : modes) {
            mode.choose(browser);
            browser.open(page.address());
            if (folder != null) {
                Pictures.take(browser.driver(), Path.of(folder), page.name() + "." + mode.word());
            }
            for (String fault : faults(browser, page, mode, words)) {
                faults.add(page.name() + " " + mode.word() + ": " + fault);
            }
            if (mode == modes.get(0)) {
                for (Object fault : (List<?>) browser.driver().executeAsyncScript(NEEDS_SCRIPTS)) {
                    faults.add(page.name() + " without scripts: " + fault);
                }
            }
        }
    }

    private static List<String> faults(Browser browser, Page page, Mode mode, PageWords words) {
        List<String> faults = new ArrayList<>();
        // The words alone differ in the other language, but for the main pages.
        if (page.main() || !mode.english()) {
            faults.addAll(Accessibility.asItIs(browser.driver()));
        }
        Map<?, ?> told = (Map<?, ?>) browser.driver().executeScript(ASKED);
        String title = String.valueOf(told.get("title"));
        if (!title.matches("(?s)\\S.* · .*\\S")) {
            faults.add("no title: " + title);
        }
        if (!Long.valueOf(1).equals(told.get("headings"))) {
            faults.add(told.get("headings") + " first headings");
        }
        faults.addAll(words.faults(page, title + "\n" + told.get("text"), mode.english()));
        for (Object small : (List<?>) told.get("small")) {
            faults.add("too small for 长辈版: " + small);
        }
        if (!(told.get("weight") instanceof Number bytes) || bytes.longValue() > HEAVIEST) {
            faults.add("too heavy: " + told.get("weight") + " bytes");
        }
        return faults;
    }
}
