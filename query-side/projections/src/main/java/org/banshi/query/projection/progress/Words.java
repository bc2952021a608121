package org.banshi.query.projection.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ReferenceData.Office;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.ActWords;
import org.banshi.catalogue.ServiceDefinition.ReasonSpec;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.CaseStatus;
import org.jspecify.annotations.Nullable;

/** What an applicant is told, in the words of the service package and of the reference data. */
final class Words {

    private final Catalogue catalogue;

    Words(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ServiceDefinition service(ServiceVersion version) {
        return catalogue
                .find(version)
                .orElseThrow(() -> new IllegalStateException("no service item " + version));
    }

    /**
     * After an act, until an office has the case again.
     *
     * @param phone of the office that had it last; null where none had
     */
    Situation after(
            String event,
            ServiceDefinition service,
            CaseStatus status,
            Instant at,
            @Nullable String phone) {
        ActWords words = service.words(event);
        return new Situation(
                status,
                null,
                words.now(),
                words.who(),
                phone == null ? service.consultationPhone() : phone,
                at,
                null,
                words.next(),
                false,
                List.of(),
                false);
    }

    /** While the case waits for an office. */
    Situation during(StageStarted stage, ServiceDefinition service, CaseStatus status, Instant at) {
        Step step = service.steps().get(stage.step());
        if (step == null) {
            throw new IllegalStateException(service.version() + " has no step " + stage.step());
        }
        Optional<Office> office = office(stage);
        return new Situation(
                status,
                step.key(),
                step.now(),
                office.map(Office::name).orElse(Text.of(stage.body(), stage.body())),
                office.map(Office::phone).orElseGet(service::consultationPhone),
                at,
                stage.due(),
                step.next(),
                false,
                List.of(),
                true);
    }

    private Optional<Office> office(StageStarted stage) {
        ReferenceData reference = catalogue.reference();
        return reference
                .office(stage.body(), stage.region())
                .or(
                        () ->
                                reference.office(
                                        stage.body(),
                                        reference.seat(stage.body(), stage.region())));
    }

    /**
     * A reason given by an officer: the package's text when it is one of its keys, else as written.
     *
     * @param reason null once the person's key is destroyed
     */
    static @Nullable Text reason(@Nullable String reason, ServiceDefinition service) {
        if (reason == null) {
            return null;
        }
        ReasonSpec known = service.reasons().get(reason);
        return known == null ? Text.of(reason, reason) : known.text();
    }
}
