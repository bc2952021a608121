package org.banshi.app.privacy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Retention;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.Kept;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.PageResponse;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is of a person, and how long the rules of its item keep it. */
@Component
public class KeptRecords {

    /** Archives keep case files; personal data are erased when no rule keeps them any more. */
    private static final String LAW = "个人信息保护法 第十九条、第四十七条";

    private static final int PAGE = 200;

    private final QueryGateway queries;
    private final Catalogue catalogue;

    public KeptRecords(QueryGateway queries, Catalogue catalogue) {
        this.queries = queries;
        this.catalogue = catalogue;
    }

    /** What the log-in of a person sees: exactly the own records. */
    static Scope own(PersonId person) {
        return new Scope("privacy", person, Set.of(Scope.Role.CITIZEN), null, null);
    }

    /** The person's cases, newest first. */
    List<Progress> cases(PersonId person) {
        List<Progress> cases = new ArrayList<>();
        String cursor = null;
        do {
            Page<Progress.Row> page =
                    queries.query(
                                    new FindMyCases(own(person), cursor, PAGE),
                                    PageResponse.<Progress.Row>ofAny())
                            .join();
            page.rows().forEach(row -> find(row.number(), own(person)).ifPresent(cases::add));
            cursor = page.next();
        } while (cursor != null);
        return cases;
    }

    /** The ids of the person's cases. */
    List<ApplicationId> applications(PersonId person) {
        return cases(person).stream().map(it -> new ApplicationId(it.application())).toList();
    }

    /** Everything that a rule keeps, or may keep. */
    List<Kept> of(PersonId person, LocalDate today) {
        Scope own = own(person);
        List<Progress> cases = cases(person);
        List<BenefitView> benefits = list(new FindMyBenefits(own), BenefitView.class);
        Map<String, LocalDate> paidUntil = new HashMap<>();
        List<Kept> kept = new ArrayList<>();
        for (BenefitView benefit : benefits) {
            if (!benefit.forAnother() && benefit.status() != BenefitView.Status.ENDED) {
                kept.add(open(benefit.name(), null));
            } else if (benefit.lastMonth() != null) {
                paidUntil.put(
                        benefit.application(), YearMonth.parse(benefit.lastMonth()).atEndOfMonth());
            }
        }
        cases.forEach(it -> kept.add(kept(it, paidUntil.get(it.application()))));
        // What a party filed in somebody else's dispute is that one's record too.
        Scope all = new Scope("privacy", null, Set.of(Scope.Role.AUDITOR), null, null);
        for (Seat seat : list(new FindSeats(own), Seat.class)) {
            find(seat.number(), all).ifPresent(it -> kept.add(kept(it, null)));
        }
        for (MyCertificate one : list(new FindMyCertificates(own, today), MyCertificate.class)) {
            if (!one.forAnother() && one.status() != CertificateStatus.CANCELLED) {
                kept.add(open(Text.of("残疾人证", "disability certificate"), null));
            }
        }
        queries.query(
                        new FindPointsAccount(null, own),
                        ResponseTypes.optionalInstanceOf(PointsAccountView.class))
                .join()
                .ifPresent(it -> kept.add(open(Text.of("积分账户", "points account"), null)));
        return kept;
    }

    private Kept kept(Progress found, @Nullable LocalDate paidUntil) {
        boolean ended = CaseStatus.of(found.status()).map(CaseStatus::isEnd).orElse(false);
        if (!ended) {
            return open(found.serviceName(), found.number());
        }
        Optional<Retention> retention =
                catalogue
                        .find(new ServiceVersion(found.service(), found.serviceVersion()))
                        .flatMap(ServiceDefinition::retention)
                        // Published before items stated it: as the item says today.
                        .or(
                                () ->
                                        catalogue
                                                .current(found.service())
                                                .flatMap(ServiceDefinition::retention));
        if (retention.isEmpty()) {
            return open(found.serviceName(), found.number());
        }
        LocalDate since = LocalDate.ofInstant(found.since(), Stamp.ZONE);
        LocalDate end = paidUntil != null && paidUntil.isAfter(since) ? paidUntil : since;
        boolean granted = found.conclusion() == Conclusion.APPROVED || paidUntil != null;
        return new Kept(
                found.serviceName(),
                found.number(),
                retention.get().overOn(end, granted),
                retention.get().source());
    }

    private static Kept open(Text what, @Nullable String number) {
        return new Kept(what, number, null, LAW);
    }

    private Optional<Progress> find(String number, Scope scope) {
        return queries.query(
                        new FindProgress(number, scope),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .join();
    }

    private <T> List<T> list(Object query, Class<T> type) {
        return queries.query(query, ResponseTypes.multipleInstancesOf(type)).join();
    }
}
