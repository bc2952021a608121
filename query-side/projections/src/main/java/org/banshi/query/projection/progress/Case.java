package org.banshi.query.projection.progress;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.access.Offices;
import org.jspecify.annotations.Nullable;

/** A case while its events are folded: the page to be, and what the next event needs to know. */
final class Case {

    /**
     * What is kept beside the page.
     *
     * @param base the status to which the case returns when it goes on
     * @param step {@link Situation#step()} of the present situation
     * @param waiting {@link Situation#waiting()} of the present situation
     * @param held the situation to which a suspended case returns
     * @param provisional names of decisions that rest on a provisional figure
     * @param hidden milestones that the page only counts
     * @param endings how the case ends; null in what was kept before there were any
     */
    record Fold(
            CaseStatus base,
            @Nullable String step,
            boolean waiting,
            @Nullable Situation held,
            Set<String> provisional,
            int hidden,
            @Nullable Endings endings) {}

    final String application;
    final String number;
    PersonId person;
    ServiceVersion service;
    final RegionCode region;
    final Text serviceName;
    final Instant appliedAt;

    @Nullable String codeHash;

    /** Whether nobody who acts for the applicant may see it. */
    boolean guarded;

    String offices = Offices.NONE;
    long version = -1;

    Situation situation;
    @Nullable DueDate caseDue;
    boolean decided;
    @Nullable Conclusion conclusion;
    @Nullable Text ending;
    Endings endings = Endings.NONE;
    @Nullable Text reason;
    boolean provisional;
    List<Remedy> remedies = List.of();
    Milestones milestones = Milestones.NONE;
    Sealed sealed = Sealed.NOTHING;

    CaseStatus base;
    @Nullable Situation held;
    final Set<String> provisionalDecisions = new TreeSet<>();

    Case(
            String application,
            String number,
            PersonId person,
            ServiceVersion service,
            RegionCode region,
            Text serviceName,
            Instant appliedAt,
            Situation situation) {
        this.application = application;
        this.number = number;
        this.person = person;
        this.service = service;
        this.region = region;
        this.serviceName = serviceName;
        this.appliedAt = appliedAt;
        this.situation = situation;
        this.base = situation.status();
    }

    /** The case as it was stored. */
    static Case of(PersonId person, Instant appliedAt, Progress page, Fold fold, Sealed sealed) {
        Situation situation =
                new Situation(
                        CaseStatus.of(page.status()).orElseThrow(),
                        fold.step(),
                        page.now(),
                        page.who(),
                        page.officePhone(),
                        page.since(),
                        page.until(),
                        page.next(),
                        page.yourTurn(),
                        page.supplementItems(),
                        fold.waiting());
        Case stored =
                new Case(
                        page.application(),
                        page.number(),
                        person,
                        new ServiceVersion(page.service(), page.serviceVersion()),
                        new RegionCode(page.region()),
                        page.serviceName(),
                        appliedAt,
                        situation);
        stored.version = page.version();
        stored.caseDue = page.caseDue();
        stored.decided = page.decided();
        stored.conclusion = page.conclusion();
        stored.ending = page.ending();
        stored.endings = Objects.requireNonNullElse(fold.endings(), Endings.NONE);
        stored.reason = page.reason();
        stored.provisional = page.provisional();
        stored.remedies = page.remedies();
        stored.milestones = Milestones.of(page.milestones(), fold.hidden());
        stored.sealed = sealed;
        stored.base = fold.base();
        stored.held = fold.held();
        stored.provisionalDecisions.addAll(fold.provisional());
        return stored;
    }

    /** The page without its personal parts. */
    Progress page() {
        return new Progress(
                application,
                number,
                service.service(),
                service.version(),
                region.value(),
                serviceName,
                version,
                situation.status().key(),
                situation.now(),
                situation.who(),
                situation.phone(),
                situation.since(),
                situation.until(),
                caseDue,
                situation.next(),
                situation.yourTurn(),
                situation.supplementItems(),
                null,
                decided,
                conclusion,
                ending,
                reason,
                List.of(),
                provisional,
                remedies,
                milestones.shown());
    }

    Fold fold() {
        return new Fold(
                base,
                situation.step(),
                situation.waiting(),
                held,
                provisionalDecisions,
                milestones.hidden(),
                endings);
    }
}
