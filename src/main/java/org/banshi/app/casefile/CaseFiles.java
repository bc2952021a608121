package org.banshi.app.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a case file together from the case's own events, on demand: what it shows is in no read
 * model. Whoever may not see the case's progress may not see its file.
 */
@Component
public class CaseFiles {

    private final QueryGateway queries;
    private final CaseEvents events;

    public CaseFiles(QueryGateway queries, CaseEvents events) {
        this.queries = queries;
        this.events = events;
    }

    @QueryHandler
    public Optional<CaseFile> handle(FindCaseFile query) {
        return queries.query(
                        new FindProgress(query.number(), query.scope()),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .join()
                .flatMap(progress -> put(progress, events.of(progress.application())));
    }

    /** The file as its events up to then tell it; {@code progress} is that of the same moment. */
    static Optional<CaseFile> put(Progress progress, List<Recorded> story) {
        if (story.isEmpty()
                || !(story.get(0).event() instanceof ApplicationEvent.Applied applied)) {
            return Optional.empty();
        }
        // The values of a person whose key was destroyed are null.
        FormData form = orEmpty(applied.form());
        List<Material> materials = new ArrayList<>(applied.materials());
        Applicant applicant = applied.details();
        List<CaseFile.Finding> findings = new ArrayList<>();
        Findings reading = new Findings();
        for (Recorded recorded : story) {
            if (recorded.event() instanceof ApplicationEvent.Supplemented supplemented) {
                form = form.with(orEmpty(supplemented.changes()));
                materials.addAll(supplemented.materials());
            }
            if (recorded.event() instanceof ApplicationEvent.PostingProved proved) {
                materials.add(proved.photo());
            }
            if (recorded.event() instanceof ApplicationEvent.CarriedOn on) {
                applicant = on.details();
            }
            Findings.Found found = reading.in(recorded.event());
            if (found != null) {
                findings.add(
                        new CaseFile.Finding(
                                recorded.name(),
                                found.subject(),
                                recorded.stamp().at(),
                                recorded.stamp().by().account(),
                                found.values()));
            }
        }
        return Optional.of(
                new CaseFile(
                        progress.application(),
                        progress.number(),
                        progress.service(),
                        progress.serviceVersion(),
                        progress.serviceName(),
                        progress.region(),
                        story.get(0).stamp().at(),
                        applicant,
                        form,
                        materials,
                        findings,
                        deliveries(story)));
    }

    private static List<CaseFile.Delivery> deliveries(List<Recorded> story) {
        Map<String, CaseFile.Delivery> deliveries = new LinkedHashMap<>();
        for (Recorded recorded : story) {
            if (recorded.event() instanceof ApplicationEvent.DeliveryRequested requested) {
                deliveries.put(
                        requested.delivery(),
                        new CaseFile.Delivery(
                                requested.delivery(),
                                requested.document(),
                                requested.channel().name(),
                                recorded.stamp().day(),
                                null,
                                null));
            } else if (recorded.event() instanceof ApplicationEvent.Delivered there) {
                deliveries.computeIfPresent(
                        there.delivery(),
                        (id, sent) ->
                                new CaseFile.Delivery(
                                        id,
                                        sent.document(),
                                        sent.channel(),
                                        sent.requestedOn(),
                                        there.day(),
                                        there.proof()));
            }
        }
        return List.copyOf(deliveries.values());
    }

    private static FormData orEmpty(@Nullable FormData data) {
        return data == null ? FormData.empty() : data;
    }
}
