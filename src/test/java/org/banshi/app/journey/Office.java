package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An officer at the workbench: finds a case's task, takes it, fills in the outcome and completes
 * it.
 */
public final class Office {

    /** Many journeys lead over the same pages: one look at each is enough. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final int port;
    private final String number;

    /**
     * @param number of the case
     */
    public Office(int port, String number) {
        this.port = port;
        this.number = number;
    }

    /** What an officer fills in for an outcome. */
    public interface Filling {
        void fill(Browser officer);
    }

    /** An outcome that says it all. */
    public void complete(String account, String task, String outcome) {
        complete(account, task, outcome, officer -> {});
    }

    public void complete(String account, String task, String outcome, Filling filling) {
        try (Browser officer = Browser.desktop(port)) {
            officer.signIn(account);
            officer.awaitText("/work?view=available&q=" + number, task);
            lookOnce(officer, "list of " + account);
            officer.press(task);
            assertThat(officer.text()).contains("李梅").doesNotContain("440106190503120625");
            officer.press("领取");
            officer.press(outcome);
            filling.fill(officer);
            lookOnce(officer, task);
            officer.pressAt("#form p.buttons button.primary");
            officer.awaitHere("任务已完成");
            officer.awaitText("/work?view=done&q=" + number, task);
        }
    }

    private static void lookOnce(Browser officer, String page) {
        if (SEEN.add(page)) {
            officer.picture("office-" + page);
        }
    }
}
