package org.banshi.query.projection.caseload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps a row per case and counts of cases; nothing personal. */
public final class CaseloadProjection extends Projection {

    private final Catalogue catalogue;

    public CaseloadProjection(JdbcTemplate jdbc, Catalogue catalogue) {
        super(Views.CASELOAD, jdbc);
        this.catalogue = catalogue;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("caseload_case", "application", Set.of()),
                new Table("caseload_count", "cell", Set.of()));
    }

    /** An item can name any event of its cases as the mark of an ending. */
    @Override
    public boolean in(Class<? extends Event> type) {
        return !WorkItemEvent.class.isAssignableFrom(type)
                && !EngineEvent.class.isAssignableFrom(type);
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return false;
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<CaseLine> cases = new Rows<>(CaseLine.ROWS, line -> line.application, store);
        Rows<Cell> cells = new Rows<>(Cell.ROWS, Cell::key, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                CaseloadProjection.this.take(batch, cases, cells);
            }

            @Override
            public void write() {
                cases.write();
                cells.write();
            }
        };
    }

    private void take(List<Recorded> batch, Rows<CaseLine> cases, Rows<Cell> cells) {
        List<Recorded> events =
                batch.stream().filter(it -> it.streamType().equals(CASE_STREAM)).toList();
        cases.fetch(streams(events), beginning(events));
        Map<String, Cell> counted = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            CaseLine line = cases.get(recorded.stream());
            if (line == null) {
                line = begin(recorded);
                line.received().forEach(cell -> count(counted, cell));
            }
            if (recorded.sequence() > line.version) {
                line.take(recorded, catalogue.find(line.service))
                        .forEach(cell -> count(counted, cell));
                line.version = recorded.sequence();
                cases.put(line);
            }
        }
        cells.fetch(counted.keySet(), Set.of());
        counted.forEach(
                (key, more) -> {
                    Cell cell = cells.get(key);
                    cells.put(cell == null ? more : cell.plus(more.cases()));
                });
    }

    private static void count(Map<String, Cell> counted, Cell one) {
        counted.merge(one.key(), one, (before, more) -> before.plus(more.cases()));
    }

    private static CaseLine begin(Recorded recorded) {
        if (!(recorded.event() instanceof Applied applied)) {
            throw new IllegalStateException("case without a beginning at " + recorded.position());
        }
        return new CaseLine(
                applied.application().value(),
                applied.number(),
                applied.service(),
                applied.region(),
                recorded.stamp().day());
    }
}
