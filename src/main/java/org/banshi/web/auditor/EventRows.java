package org.banshi.web.auditor;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.audit.Audits;
import org.banshi.app.casefile.CaseVersions;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Sources;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Adds to a case's events what only the log and the package know: ground, version, hash. */
@Component
class EventRows {

    private final EventLog log;
    private final Audits audits;
    private final Catalogue catalogue;

    EventRows(EventLog log, Audits audits, Catalogue catalogue) {
        this.log = log;
        this.audits = audits;
        this.catalogue = catalogue;
    }

    /**
     * The lines.
     *
     * @param application the case's stream, which tells the version that each was recorded under
     */
    List<EventRow> of(List<TimelineEntry> entries, String application, RegionCode region) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Long> positions = entries.stream().map(TimelineEntry::position).toList();
        Map<Long, Recorded> events =
                log.readAt(positions).stream()
                        .collect(Collectors.toMap(Recorded::position, Function.identity()));
        Map<Long, String> leaves = audits.leaves(positions);
        long last = positions.stream().mapToLong(Long::longValue).max().getAsLong();
        CaseVersions versions = CaseVersions.of(log.readStreamUntil(application, last));
        return entries.stream()
                .map(
                        entry -> {
                            Recorded recorded = events.get(entry.position());
                            ServiceVersion pinned = versions.at(entry.position());
                            Optional<ServiceDefinition> service = catalogue.find(pinned);
                            return new EventRow(
                                    entry,
                                    recorded == null ? "" : ground(recorded, service, region),
                                    recorded == null ? "" : version(recorded.event(), pinned),
                                    leaves.getOrDefault(entry.position(), ""));
                        })
                .toList();
    }

    private String ground(
            Recorded recorded, Optional<ServiceDefinition> service, RegionCode region) {
        String written = written(recorded, service, region);
        return Sources.codes(written).isEmpty()
                ? written
                : new Words(LocaleContextHolder.getLocale())
                        .of(catalogue.reference().sources().readable(written));
    }

    /** As our files write it, with marks for sources. */
    private static String written(
            Recorded recorded, Optional<ServiceDefinition> service, RegionCode region) {
        Event event = recorded.event();
        if (event instanceof RuleDecided it) {
            Object source = it.outputs() == null ? null : it.outputs().values().get("source");
            return source == null ? "" : source.toString();
        }
        String step =
                event instanceof StageStarted it
                        ? it.step()
                        : event instanceof Accepted ? "overall" : null;
        if (step != null) {
            return service.flatMap(it -> it.limit(step, region, recorded.stamp().day()))
                    .map(Limit::source)
                    .orElse("");
        }
        return rule(event);
    }

    /** What the event itself names as its rule. */
    private static String rule(Event event) {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (component.getName().equals("rule")) {
                Object rule = value(component, event);
                return rule == null ? "" : rule.toString();
            }
        }
        return "";
    }

    private static @Nullable Object value(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName());
        }
    }

    private static String version(Event event, ServiceVersion pinned) {
        if (event instanceof RuleDecided it) {
            return it.decision() + " · v" + it.tableVersion().version();
        }
        return event instanceof EngineEvent.Step it
                ? it.processDefinition()
                : "v" + pinned.version();
    }
}
