package org.banshi.app.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;
import org.banshi.command.contract.social.SocialEvent.SpotCheckDrawn;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the draws of spot checks (抽查) from the log: each case's from its row's seed and its
 * number, and holds what was recorded to it. Nobody can have drawn otherwise, or left a case out,
 * unseen.
 */
public final class SpotCheckRecount {

    private static final int PAGE = 1_000;

    private final EventLog log;

    public SpotCheckRecount(EventLog log) {
        this.log = log;
    }

    /**
     * What came of a row.
     *
     * @param service item; null of the rows of before, which counted a county's year over all items
     * @param percent share that is owed
     * @param cases in the row
     * @param drawn of them, as recorded
     * @param differing number of the first case that is missing, or was drawn otherwise than its
     *     seed says; 0 where none is
     */
    public record Row(
            @Nullable String service,
            int percent,
            String county,
            int year,
            int cases,
            int drawn,
            int differing) {

        /** Whether the log holds the draws that follow from it. */
        public boolean agrees() {
            return differing == 0;
        }
    }

    private record Key(@Nullable String service, int percent, String county, int year) {}

    /** All rows of the year in counties of {@code region}, as they began. */
    public List<Row> of(RegionCode region, int year) {
        Map<Key, List<SpotCheckDrawn>> rows = new LinkedHashMap<>();
        long position = 0;
        List<Recorded> page = log.read(position, PAGE);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                if (recorded.event() instanceof SpotCheckDrawn draw
                        && draw.year() == year
                        && region.covers(draw.county())) {
                    rows.computeIfAbsent(key(draw), it -> new ArrayList<>()).add(draw);
                }
            }
            position = page.get(page.size() - 1).position();
            page = log.read(position, PAGE);
        }
        return rows.entrySet().stream().map(it -> row(it.getKey(), it.getValue())).toList();
    }

    private static Key key(SpotCheckDrawn draw) {
        return new Key(
                draw.service(),
                // A row of before was the county's, whatever the share.
                draw.service() == null ? 0 : draw.percent(),
                draw.county().value(),
                draw.year());
    }

    private static Row row(Key key, List<SpotCheckDrawn> draws) {
        List<SpotCheckDrawn> inOrder =
                draws.stream().sorted(Comparator.comparingInt(SpotCheckDrawn::serial)).toList();
        String seed = inOrder.get(0).seed();
        int differing = 0;
        for (int n = 1; n <= inOrder.size() && differing == 0; n++) {
            differing = isAsItFollows(inOrder.get(n - 1), n, seed) ? 0 : n;
        }
        return new Row(
                key.service(),
                key.percent(),
                key.county(),
                key.year(),
                inOrder.size(),
                (int) inOrder.stream().filter(SpotCheckDrawn::drawn).count(),
                differing);
    }

    private static boolean isAsItFollows(SpotCheckDrawn draw, int number, String seed) {
        String service = draw.service();
        Lot lot =
                new Lot(
                        service == null ? "" : service,
                        draw.county(),
                        draw.year(),
                        draw.serial(),
                        draw.seed());
        return draw.serial() == number
                && draw.seed().equals(seed)
                && draw.drawn() == lot.drawn(draw.percent());
    }
}
