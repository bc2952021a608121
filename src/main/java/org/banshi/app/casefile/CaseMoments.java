package org.banshi.app.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.casefile.CaseMoment.Happened;
import org.banshi.app.casefile.CaseMoment.Published;
import org.banshi.app.casefile.CaseMoment.Setting;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.audit.FindCaseCourse;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.progress.PastProgress;
import org.banshi.query.projection.timeline.Titles;
import org.springframework.stereotype.Component;

/**
 * Cases as they were in everything that was known of them, made anew from the log: the read models
 * only say where in the log a case's events stand.
 */
@Component
public class CaseMoments {

    private final QueryGateway queries;
    private final EventLog log;
    private final PastProgress progress;
    private final Catalogue catalogue;

    public CaseMoments(
            QueryGateway queries, EventLog log, PastProgress progress, Catalogue catalogue) {
        this.queries = queries;
        this.log = log;
        this.progress = progress;
        this.catalogue = catalogue;
    }

    /** Where the case's events stand; empty where the scope does not reach it. */
    public Optional<CaseCourse> course(String number, Scope scope) {
        return queries.query(
                        new FindCaseCourse(number, scope),
                        ResponseTypes.optionalInstanceOf(CaseCourse.class))
                .join();
    }

    /**
     * The case as of a position.
     *
     * @param position of any event in the log; the case's last one up to there counts
     * @return empty when there was no such case then
     */
    public Optional<CaseMoment> at(CaseCourse course, long position) {
        int count = course.until(position);
        if (count == 0) {
            return Optional.empty();
        }
        List<Long> positions = course.positions();
        long last = positions.get(count - 1);
        List<Recorded> story = log.readAt(positions.subList(0, count));
        List<Recorded> own =
                story.stream().filter(it -> it.stream().equals(course.application())).toList();
        CaseStory folded = new CaseStory();
        story.forEach(folded::take);
        ServiceVersion pinned = CaseVersions.of(own).at(last);
        Optional<Progress> then = progress.of(own);
        Optional<CaseFile> file = then.flatMap(it -> CaseFiles.put(it, own));
        return file.map(
                it ->
                        new CaseMoment(
                                last,
                                count,
                                positions.size(),
                                positions.get(0),
                                count == 1 ? 0 : positions.get(count - 2),
                                count == positions.size() ? 0 : positions.get(count),
                                positions.get(positions.size() - 1),
                                happened(pinned, story.get(story.size() - 1)),
                                then.get(),
                                it,
                                folded.rules(),
                                folded.tasks(),
                                folded.visits(),
                                setting(pinned, last)));
    }

    private Happened happened(ServiceVersion pinned, Recorded recorded) {
        Text title =
                Titles.of(recorded.name())
                        .or(
                                () ->
                                        catalogue
                                                .find(pinned)
                                                .map(it -> it.words(recorded.name()).title()))
                        .orElse(Text.of(recorded.name(), recorded.name()));
        return new Happened(
                recorded.name(),
                title,
                recorded.stamp().at(),
                recorded.recordedAt(),
                recorded.stamp().by().account());
    }

    private Setting setting(ServiceVersion pinned, long position) {
        return new Setting(
                pinned,
                catalogue.find(pinned).map(ServiceDefinition::contentHash).orElse(""),
                offered(log.readStreamUntil(pinned.service(), position)));
    }

    /**
     * What new cases began on.
     *
     * @param item the service item's stream from its beginning, as far as it counts
     * @return of a version that was rolled back to, when that was; empty before the first
     */
    static Optional<Published> offered(List<Recorded> item) {
        Map<Integer, String> hashes = new HashMap<>();
        Optional<Published> offered = Optional.empty();
        for (Recorded recorded : item) {
            if (recorded.event() instanceof ServiceItemEvent.Published it) {
                hashes.put(it.version(), it.contentHash());
                offered = since(recorded, it.version(), it.contentHash());
            } else if (recorded.event() instanceof ServiceItemEvent.RolledBack it) {
                offered = since(recorded, it.version(), hashes.getOrDefault(it.version(), ""));
            }
        }
        return offered;
    }

    private static Optional<Published> since(Recorded recorded, int version, String hash) {
        return Optional.of(new Published(version, hash, recorded.recordedAt()));
    }
}
