package org.banshi.app.journey;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every page there is, and where to see it with something on it. A new page adds its line; what
 * stands in braces is told by {@link org.banshi.app.demo.TownOnStage} and {@link Scenery}.
 */
final class PageCatalogue {

    private static final String LEADS_ON = "leads to another page";
    private static final String FILE = "answers with a file";
    private static final String PROGRAM = "answers programs, with a text that was written before";
    private static final String PART = "answers with a part of a page, or with nothing";

    /** Handlers that a browser asks for and that show no page, and what they do instead. */
    static final Map<String, String> NO_PAGE =
            Map.ofEntries(
                    Map.entry("/api/v1/applications/{number}/progress", PROGRAM),
                    Map.entry("/services", LEADS_ON),
                    Map.entry("/services/{service}/apply", LEADS_ON),
                    Map.entry("/sign-in/with/{name}", LEADS_ON),
                    Map.entry("/sign-in/with/{name}/answer", LEADS_ON),
                    Map.entry("/work/hearings/parties", LEADS_ON),
                    Map.entry("/work/points/of", LEADS_ON),
                    Map.entry("/audit/cases/{number}/file.pdf", FILE),
                    Map.entry("/audit/cases/{number}/events.ndjson", FILE),
                    Map.entry("/publishing/uploads/{id}/progress", PART));

    static final List<Page> PAGES =
            Stream.of(CitizensPages.PAGES, SignInPages.PAGES, OfficePages.PAGES, ConsolePages.PAGES)
                    .flatMap(List::stream)
                    .toList();

    private PageCatalogue() {}
}
