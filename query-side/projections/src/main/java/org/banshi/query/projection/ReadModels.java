package org.banshi.query.projection;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.projection.audit.CheckQueries;
import org.banshi.query.projection.audit.DeclarationProjection;
import org.banshi.query.projection.audit.PersonQueries;
import org.banshi.query.projection.benefit.BenefitProjection;
import org.banshi.query.projection.benefit.BenefitQueries;
import org.banshi.query.projection.caseload.BoardQueries;
import org.banshi.query.projection.caseload.CaseloadProjection;
import org.banshi.query.projection.caseload.StatisticsQueries;
import org.banshi.query.projection.catalogue.CatalogueProjection;
import org.banshi.query.projection.catalogue.CatalogueQueries;
import org.banshi.query.projection.certificate.CertificateProjection;
import org.banshi.query.projection.certificate.CertificateQueries;
import org.banshi.query.projection.dispute.DisputeProjection;
import org.banshi.query.projection.dispute.DisputeQueries;
import org.banshi.query.projection.incident.IncidentProjection;
import org.banshi.query.projection.incident.IncidentQueries;
import org.banshi.query.projection.matter.MatterProjection;
import org.banshi.query.projection.matter.MatterQueries;
import org.banshi.query.projection.points.PointsProjection;
import org.banshi.query.projection.points.PointsQueries;
import org.banshi.query.projection.progress.CaseNumbers;
import org.banshi.query.projection.progress.PastProgress;
import org.banshi.query.projection.progress.ProgressProjection;
import org.banshi.query.projection.progress.ProgressQueries;
import org.banshi.query.projection.sql.PageReader;
import org.banshi.query.projection.sql.PlannedAnew;
import org.banshi.query.projection.timeline.TimelineProjection;
import org.banshi.query.projection.timeline.TimelineQueries;
import org.banshi.query.projection.worklist.WorkListProjection;
import org.banshi.query.projection.worklist.WorkListQueries;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All read models of the platform, put together. */
public final class ReadModels {

    private final List<Projection> projections;
    private final List<Object> queries;
    private final CaseNumbers numbers;
    private final PastProgress pastProgress;

    public ReadModels(
            DataSource database, Catalogue catalogue, PersonalData personal, BusinessClock clock) {
        JdbcTemplate template = new JdbcTemplate(database);
        JdbcClient client = JdbcClient.create(template);
        JdbcClient wide = JdbcClient.create(new PlannedAnew(database));
        PageReader pages = new PageReader(wide);
        ProgressProjection progress = new ProgressProjection(template, catalogue, personal);
        this.pastProgress = new PastProgress(progress, personal);
        this.projections =
                List.of(
                        progress,
                        new WorkListProjection(template, catalogue, personal),
                        new IncidentProjection(template),
                        new TimelineProjection(template),
                        new CatalogueProjection(template),
                        new BenefitProjection(template, personal),
                        new PointsProjection(template, personal),
                        new DisputeProjection(template, catalogue),
                        new CertificateProjection(template, personal),
                        new MatterProjection(template, personal),
                        new CaseloadProjection(template, catalogue),
                        new DeclarationProjection(template, personal));
        this.numbers = new CaseNumbers(client);
        this.queries =
                List.of(
                        new ProgressQueries(client, pages, catalogue, personal),
                        new WorkListQueries(client, pages, catalogue, personal, clock),
                        new IncidentQueries(wide),
                        new TimelineQueries(client, pages, catalogue),
                        new CatalogueQueries(client, catalogue),
                        new BenefitQueries(client, catalogue, personal, clock),
                        new PointsQueries(client, catalogue, personal, clock),
                        new DisputeQueries(client),
                        new CertificateQueries(client, personal),
                        new MatterQueries(client, catalogue, personal),
                        new PersonQueries(client),
                        new CheckQueries(client, personal, clock),
                        new StatisticsQueries(wide),
                        new BoardQueries(wide, pages, catalogue, clock));
    }

    /** The readers of the log, to be registered with the event store. */
    public List<Projection> projections() {
        return projections;
    }

    /** By the name that {@link org.banshi.query.contract.page.Views} gives. */
    public Map<String, Projection> byName() {
        return projections.stream()
                .collect(Collectors.toUnmodifiableMap(Projection::name, Function.identity()));
    }

    public CaseNumbers numbers() {
        return numbers;
    }

    public PastProgress pastProgress() {
        return pastProgress;
    }

    /** Objects with Axon query handlers, to be registered with the query bus. */
    public List<Object> queries() {
        return queries;
    }
}
