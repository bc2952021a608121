package org.banshi.query.projection.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.MatterKind;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.matter.FindMyMatters;
import org.banshi.query.contract.matter.MatterView;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers where a person's matters stand. */
public final class MatterQueries {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final PersonalData personal;

    public MatterQueries(JdbcClient jdbc, Catalogue catalogue, PersonalData personal) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.personal = personal;
    }

    @QueryHandler
    public List<MatterView> handle(FindMyMatters query) {
        Condition own = AccessPredicate.own(query.scope(), "matter");
        return jdbc.sql("SELECT * FROM matter WHERE %s ORDER BY last DESC".formatted(own.sql()))
                .params(own.parameters())
                .query((row, n) -> view(MatterProjection.read(row, personal)))
                .list();
    }

    /** A register that is no longer told of keeps the words that it had for itself. */
    private MatterView view(MatterProjection.Row row) {
        MatterKind kind = catalogue.reference().matters().get(row.register());
        Map<String, MatterKind.State> states = kind == null ? Map.of() : kind.states();
        Text own = Text.of(row.register(), row.register());
        List<MatterView.Step> steps = new ArrayList<>();
        boolean ended = false;
        for (MatterProjection.Told told : row.story().told()) {
            MatterKind.State state = states.get(told.state());
            ended = state != null && state.ends();
            steps.add(
                    new MatterView.Step(
                            told.state(),
                            state == null ? Text.of(told.state(), told.state()) : state.text(),
                            told.day(),
                            told.amount(),
                            told.reason()));
        }
        return new MatterView(
                row.register(),
                kind == null ? own : kind.name(),
                row.number(),
                kind == null ? own : kind.elsewhere(),
                ended,
                steps);
    }
}
