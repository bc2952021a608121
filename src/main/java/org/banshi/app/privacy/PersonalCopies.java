package org.banshi.app.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.access.Access;
import org.banshi.app.access.AccessSearch;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.query.contract.matter.FindMyMatters;
import org.banshi.query.contract.matter.MatterView;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the platform keeps of a person, for that person (PIPL article 45). */
@Component
public class PersonalCopies {

    private static final int ACCESSES = 200;

    private final QueryGateway queries;
    private final KeptRecords records;
    private final Corrections corrections;
    private final AccessSearch accesses;
    private final BusinessClock clock;

    public PersonalCopies(
            QueryGateway queries,
            KeptRecords records,
            Corrections corrections,
            AccessSearch accesses,
            BusinessClock clock) {
        this.corrections = corrections;
        this.queries = queries;
        this.records = records;
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * The copy.
     *
     * @param accesses who looked at it lately, newest first; without the names of officers'
     *     accounts
     */
    public record PersonalCopy(
            Instant at,
            String account,
            @Nullable Applicant details,
            List<Case> cases,
            List<BenefitView> benefits,
            List<MyCertificate> certificates,
            @Nullable PointsAccountView points,
            List<MatterView> matters,
            List<Corrections.Correction> corrections,
            List<Look> accesses) {

        /** Personal by nature: never prints its values. */
        @Override
        public String toString() {
            return "PersonalCopy";
        }
    }

    /** A case: where it stands, and what was filed and found. */
    @Schema(name = "CopiedCase")
    public record Case(Progress progress, @Nullable CaseFile file) {}

    /**
     * Somebody looked.
     *
     * @param who own, or the office
     */
    @Schema(name = "AccessLook")
    public record Look(
            Instant at,
            String who,
            Access.Kind kind,
            Access.Ground ground,
            Access.Outcome outcome) {}

    /** All of it. */
    public PersonalCopy of(PersonId person, String account, @Nullable Applicant details) {
        Scope own = KeptRecords.own(person);
        return new PersonalCopy(
                clock.now(),
                account,
                details,
                records.cases(person).stream().map(it -> new Case(it, file(it, own))).toList(),
                list(new FindMyBenefits(own), BenefitView.class),
                list(new FindMyCertificates(own, clock.today()), MyCertificate.class),
                one(new FindPointsAccount(null, own), PointsAccountView.class).orElse(null),
                list(new FindMyMatters(own), MatterView.class),
                corrections.of(person),
                looks(person, account));
    }

    /** Who looked at a person's data lately, newest first. */
    public List<Look> looks(PersonId person, String account) {
        return accesses.byOthers(person.value(), account, ACCESSES).stream()
                .map(AccessSearch.Found::access)
                .map(it -> new Look(it.at(), office(it), it.kind(), it.ground(), it.outcome()))
                .toList();
    }

    private static String office(Access access) {
        if (access.body() != null) {
            return access.body() + " " + (access.region() == null ? "" : access.region());
        }
        return String.join(" ", access.roles()).toLowerCase(Locale.ROOT);
    }

    private @Nullable CaseFile file(Progress found, Scope own) {
        return one(new FindCaseFile(found.number(), own), CaseFile.class).orElse(null);
    }

    private <T> Optional<T> one(Object query, Class<T> type) {
        return queries.query(query, ResponseTypes.optionalInstanceOf(type)).join();
    }

    private <T> List<T> list(Object query, Class<T> type) {
        return queries.query(query, ResponseTypes.multipleInstancesOf(type)).join();
    }
}
