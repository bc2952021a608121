package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.banshi.app.BanshiTest;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.demo.TownOnStage;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.journey.PageCatalogue.Page;
import org.banshi.app.material.MaterialStore;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
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

    private static final String AUDITOR = "auditor";

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
    private final Catalogue catalogue;
    private final Drafts drafts;
    private final MaterialStore papers;
    private final BusinessClock clock;
    private final Looks looks;

    @Autowired
    PageCatalogueTest(
            List<RequestMappingHandlerMapping> mappings,
            Catalogue catalogue,
            Drafts drafts,
            MaterialStore papers,
            BusinessClock clock,
            Looks looks) {
        this.looks = looks;
        this.mappings = mappings;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.papers = papers;
        this.clock = clock;
    }

    @Test
    void names_every_handler_that_shows_a_page() {
        Set<String> named =
                PageCatalogue.PAGES.stream()
                        .map(Page::handler)
                        .collect(Collectors.toCollection(TreeSet::new));
        named.addAll(PageCatalogue.ELSEWHERE.keySet());
        named.addAll(PageCatalogue.NO_PAGE);
        Set<String> shown = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach(
                            (info, handler) -> {
                                Set<RequestMethod> methods =
                                        info.getMethodsCondition().getMethods();
                                boolean read =
                                        methods.isEmpty() || methods.contains(RequestMethod.GET);
                                if (read && showsAPage(handler)) {
                                    shown.addAll(info.getPatternValues());
                                }
                            });
        }

        assertThat(shown).hasSizeGreaterThan(40);
        assertThat(named)
                .as("add a new page to PageCatalogue, with something on it in TownOnStage")
                .containsExactlyElementsOf(shown);
    }

    @Test
    void names_a_test_for_each_page_that_it_leaves_out() {
        assertThat(PageCatalogue.ELSEWHERE.values())
                .allSatisfy(
                        test ->
                                assertThat(
                                                Path.of(
                                                        "test/java/org/banshi/app",
                                                        test.replace('.', '/') + ".java"))
                                        .exists());
    }

    private static boolean showsAPage(HandlerMethod handler) {
        Class<?> answer = handler.getReturnType().getParameterType();
        return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Controller.class)
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                && !handler.hasMethodAnnotation(ResponseBody.class)
                && (answer == String.class
                        || answer == ModelAndView.class
                        || answer == Object.class)
                && !handler.getBeanType().getPackageName().startsWith("org.springdoc");
    }

    @Test
    void finds_a_title_the_pages_language_and_nothing_serious_on_each() throws Exception {
        String folder = System.getProperty("banshi.pictures");
        Map<String, String> town = TownOnStage.on(port);
        begin(String.valueOf(town.get("applicant")));
        Map<String, List<Page>> byAccount = new LinkedHashMap<>();
        PageWords words = new PageWords();
        List<String> faults = new ArrayList<>();
        try (Browser browser = Browser.phone(port)) {
            town.put("window", beginAtTheWindow(browser));
            town.put("household-id", person(String.valueOf(town.get("household"))).value());
            town.put("run", drawForInspection(browser));
            town.put("upload", handInWithFaults(browser));
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
            // Others see what an auditor is shown who has not said why.
            looks.end(AUDITOR);
        }
        assertThat(faults).isEmpty();
    }

    private static PersonId person(String account) {
        byte[] seed = ("banshi-demo:" + account).getBytes(StandardCharsets.UTF_8);
        return new PersonId(UUID.nameUUIDFromBytes(seed).toString());
    }

    /** Somebody has filled in a household's application, and handed in its papers. */
    private void begin(String account) throws Exception {
        PersonId person = person(account);
        ServiceVersion service =
                catalogue.current("minimum-living-allowance").orElseThrow().version();
        Draft draft = drafts.open(person, service, "440106", clock.now());
        Action.Apply application = TownOnStage.application();
        drafts.fill(draft, draft.revision(), application.form(), clock.now());
        byte[] paper = Files.readAllBytes(Path.of(Papers.file("paper")));
        for (String code : application.materials()) {
            drafts.attach(draft, code, papers.store(person, paper, clock.now()).id(), clock.now());
        }
        ServiceVersion dispute = catalogue.current("labour-arbitration").orElseThrow().version();
        drafts.open(person, dispute, "440106", clock.now());
    }

    /** An officer has begun to take an application down; answers its draft. */
    private static String beginAtTheWindow(Browser browser) {
        browser.signIn("tianhe-town-1");
        browser.open("/work/window");
        browser.fill("identityNumber", "440106190503120625");
        browser.fill("service", "residence-permit");
        browser.fill("region", "440106");
        browser.press("开始填写");
        browser.awaitHere("居住情况");
        return browser.path().replaceFirst(".*/", "");
    }

    /** An auditor says why, and draws cases; answers the run. */
    private String drawForInspection(Browser browser) {
        looks.state(AUDITOR, "SJ-2026-012", "抽查办件");
        browser.forgetEverybody();
        browser.signIn(AUDITOR);
        browser.open("/audit/samples");
        browser.fill("event", "application.applied");
        browser.pressAt("form.filters button");
        browser.awaitHere("已完成");
        return browser.path().replaceFirst(".*/", "");
    }

    /** A publisher hands a package in that cannot be published; answers the upload. */
    private static String handInWithFaults(Browser browser) throws Exception {
        byte[] manifest = "name: {zh: 坏, en: broken}\n".getBytes(StandardCharsets.UTF_8);
        Path zip = Files.createTempFile(Path.of("target").toAbsolutePath(), "faulty", ".zip");
        Files.write(
                zip,
                PackageFiles.of(Map.of("temporary-assistance/service.yaml", manifest)).toZip());
        browser.forgetEverybody();
        browser.signIn("publisher");
        browser.open("/publishing");
        browser.fill("file", zip.toString());
        browser.press("上传并校验");
        browser.awaitHere("怎么改");
        return browser.path().replaceFirst(".*/", "");
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
