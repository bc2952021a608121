package org.banshi.query.projection.benefit;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.PaymentPlan;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.BenefitView.Decision;
import org.banshi.query.contract.benefit.BenefitView.Payment;
import org.banshi.query.contract.benefit.BenefitView.Status;
import org.banshi.query.contract.benefit.Certifiable;
import org.banshi.query.contract.benefit.FindBenefitSubject;
import org.banshi.query.contract.benefit.FindBenefitsOfCase;
import org.banshi.query.contract.benefit.FindBenefitsOfHousehold;
import org.banshi.query.contract.benefit.FindBenefitsOfPersons;
import org.banshi.query.contract.benefit.FindCertifiable;
import org.banshi.query.contract.benefit.FindCertifiableBenefit;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.audit.HouseholdMembers;
import org.banshi.query.projection.sql.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers which benefits there are, and what they pay. */
public final class BenefitQueries {

    /** The body whose officers certify people, anywhere in the province. */
    private static final String CERTIFIES = "town";

    private static final int MONTHS_AHEAD = 2;
    private static final int MONTHS_SHOWN = 36;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final PersonalData personal;
    private final BusinessClock clock;

    public BenefitQueries(
            JdbcClient jdbc, Catalogue catalogue, PersonalData personal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.personal = personal;
        this.clock = clock;
    }

    @QueryHandler
    public List<BenefitView> handle(FindMyBenefits query) {
        return views(seen(query.scope(), ""), row -> !row.person().equals(query.scope().person()));
    }

    @QueryHandler
    public Optional<PersonId> handle(FindBenefitSubject query) {
        return seen(query.scope(), " AND benefit = ?", query.benefit()).stream()
                .map(BenefitProjection.Row::person)
                .findFirst();
    }

    /** One's own, and those of people one looks after, while that lasts. */
    private List<BenefitProjection.Row> seen(Scope scope, String which, Object... given) {
        Condition own = AccessPredicate.ownBenefits(scope);
        Condition unguarded = AccessPredicate.unguarded("certificate.person");
        PersonId person = scope.person();
        return jdbc.sql(
                        """
                        SELECT * FROM benefit
                        WHERE (%s OR person IN (
                            SELECT person FROM certificate
                            WHERE guardian = ?
                              AND (guardian_until IS NULL OR guardian_until >= ?)
                              AND %s))%s
                        ORDER BY granted DESC\
                        """
                                .formatted(own.sql(), unguarded.sql(), which))
                .params(own.parameters())
                // Whom the grantor looks after is not the agent's.
                .param(person == null || scope.acting() != null ? "" : person.value())
                .param(clock.today())
                .params(given)
                .query((row, n) -> BenefitProjection.read(row, personal))
                .list();
    }

    @QueryHandler
    public List<BenefitView> handle(FindBenefitsOfCase query) {
        Condition visible = AccessPredicate.cases(query.scope());
        Condition near =
                query.scope().acting() == null
                        ? Condition.ALL
                        : AccessPredicate.unguarded("benefit.person");
        List<BenefitProjection.Row> rows =
                jdbc.sql(
                                """
                        SELECT * FROM benefit WHERE application = (
                            SELECT application FROM progress WHERE number = ? AND %s)
                        AND (%s) ORDER BY granted\
                        """
                                        .formatted(visible.sql(), near.sql()))
                        .param(query.number())
                        .params(visible.parameters())
                        .query((row, n) -> BenefitProjection.read(row, personal))
                        .list();
        return views(rows, row -> false);
    }

    @QueryHandler
    public List<BenefitView> handle(FindBenefitsOfPersons query) {
        if (!query.scope().has(Scope.Role.OFFICER) || query.persons().isEmpty()) {
            return List.of();
        }
        Condition visible = AccessPredicate.cases(query.scope());
        List<BenefitProjection.Row> rows =
                jdbc.sql(
                                """
                        SELECT * FROM benefit WHERE person = ANY (?) AND application IN (
                            SELECT application FROM progress WHERE %s)
                        ORDER BY granted\
                        """
                                        .formatted(visible.sql()))
                        .param(query.persons().stream().map(PersonId::value).toArray(String[]::new))
                        .params(visible.parameters())
                        .query((row, n) -> BenefitProjection.read(row, personal))
                        .list();
        return views(rows, row -> false);
    }

    @QueryHandler
    public List<BenefitView> handle(FindBenefitsOfHousehold query) {
        if (!query.scope().has(Scope.Role.OFFICER)) {
            return List.of();
        }
        Set<String> declared = declaredBy(query.identityNumber());
        if (declared.isEmpty()) {
            return List.of();
        }
        Condition visible = AccessPredicate.cases(query.scope());
        List<BenefitProjection.Row> rows =
                jdbc
                        .sql(
                                """
                                SELECT * FROM benefit WHERE person IN (
                                    SELECT person FROM declaration WHERE application = ANY (?))
                                AND application IN (SELECT application FROM progress WHERE %s)
                                ORDER BY granted\
                                """
                                        .formatted(visible.sql()))
                        .param(declared.toArray(String[]::new))
                        .params(visible.parameters())
                        .query((row, n) -> BenefitProjection.read(row, personal))
                        .list()
                        .stream()
                        .filter(row -> membersBy(row).filter(declared::contains).isPresent())
                        .toList();
        return views(rows, row -> false);
    }

    /** Cases whose form lists the person as a member. */
    private Set<String> declaredBy(String identityNumber) {
        return Set.copyOf(
                jdbc.sql(
                                "SELECT application FROM declaration"
                                        + " WHERE members @> ARRAY[?]::text[]")
                        .param(HouseholdMembers.hash(personal, identityNumber))
                        .query(String.class)
                        .list());
    }

    /**
     * The case that says who the members are now: of the one that led to it and those that
     * confirmed it anew, the last whose form lists them. Whom an earlier one named, and that one
     * does not, is a member no more; a form that asks for no members strikes nobody.
     */
    private Optional<String> membersBy(BenefitProjection.Row row) {
        String[] confirming =
                Stream.concat(
                                Stream.of(row.application()),
                                row.paid().decisions().stream().map(Decision::application))
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
        return jdbc.sql(
                        """
                        SELECT application FROM declaration
                        WHERE application = ANY (?) AND members IS NOT NULL
                        ORDER BY array_position(?::text[], application) DESC LIMIT 1\
                        """)
                .param(confirming)
                .param(confirming)
                .query(String.class)
                .optional();
    }

    @QueryHandler
    public List<Certifiable> handle(FindCertifiable query) {
        return query.persons().isEmpty()
                ? List.of()
                : certifiable(
                        query.scope(),
                        "person = ANY (?)",
                        query.persons().stream().map(PersonId::value).toArray(String[]::new));
    }

    @QueryHandler
    public Optional<Certifiable> handle(FindCertifiableBenefit query) {
        return certifiable(query.scope(), "benefit = ?", query.benefit()).stream().findFirst();
    }

    private List<Certifiable> certifiable(Scope scope, String which, Object given) {
        if (!scope.has(Scope.Role.OFFICER) || !CERTIFIES.equals(scope.body())) {
            return List.of();
        }
        YearMonth now = YearMonth.from(clock.today());
        return jdbc
                .sql("SELECT * FROM benefit WHERE NOT stopped AND " + which + " ORDER BY granted")
                .param(given)
                .query((row, n) -> BenefitProjection.read(row, personal))
                .list()
                .stream()
                .filter(row -> status(row, row.paid().plan().lastMonth(), now) != Status.ENDED)
                .flatMap(row -> certifiable(row).stream())
                .toList();
    }

    private Optional<Certifiable> certifiable(BenefitProjection.Row row) {
        return Optional.ofNullable(row.paid().certification())
                .map(window -> new Certifiable(row.benefit(), row.kind(), name(row), window));
    }

    private List<BenefitView> views(
            List<BenefitProjection.Row> rows, Predicate<BenefitProjection.Row> forAnother) {
        YearMonth now = YearMonth.from(clock.today());
        Set<String> provisional =
                provisional(
                        rows.stream()
                                .map(row -> basis(row, shown(row.paid().plan(), now)))
                                .filter(Objects::nonNull)
                                .toArray(String[]::new));
        return rows.stream().map(row -> view(row, now, forAnother.test(row), provisional)).toList();
    }

    /** Those of the cases whose result rests on a figure that is to be confirmed. */
    private Set<String> provisional(String[] cases) {
        return cases.length == 0
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql(
                                        """
                                        SELECT application FROM progress
                                        WHERE application = ANY (?)
                                          AND page::json ->> 'provisional' = 'true'\
                                        """)
                                .param(cases)
                                .query(String.class)
                                .list());
    }

    /** The case by whose tables the amount of {@code month} was reckoned; null where none's. */
    private static @Nullable String basis(BenefitProjection.Row row, YearMonth month) {
        Paid.Basis basis = row.paid().basis(month);
        return basis == null ? row.application() : basis.application();
    }

    /** As the decision says itself, or else as the case does. */
    private static boolean isProvisional(
            BenefitProjection.Row row, YearMonth month, Set<String> cases) {
        Paid.Basis said = row.paid().basis(month);
        if (said != null && said.provisional() != null) {
            return said.provisional();
        }
        String basis = basis(row, month);
        return basis != null && cases.contains(basis);
    }

    /** The month whose amount is told: the present one, or the first where that is to come. */
    private static YearMonth shown(PaymentPlan plan, YearMonth now) {
        YearMonth first = plan.firstMonth();
        return first != null && now.isBefore(first) ? first : now;
    }

    private BenefitView view(
            BenefitProjection.Row row, YearMonth now, boolean forAnother, Set<String> provisional) {
        PaymentPlan plan = row.paid().plan();
        YearMonth last = plan.lastMonth();
        YearMonth shown = shown(plan, now);
        BigDecimal amount = plan.rate(shown);
        return new BenefitView(
                row.benefit(),
                row.application(),
                row.kind(),
                name(row),
                status(row, last, now),
                row.version(),
                amount,
                amount.signum() > 0 && isProvisional(row, shown, provisional),
                last == null ? null : last.toString(),
                row.reviewDue(),
                row.underReview(),
                forAnother,
                row.paid().certification(),
                payments(plan, now),
                row.paid().decisions());
    }

    private Text name(BenefitProjection.Row row) {
        return catalogue
                .find(new ServiceVersion(row.service(), row.serviceVersion()))
                .map(ServiceDefinition::name)
                .orElseGet(() -> Text.of(row.kind(), row.kind()));
    }

    /** What was stopped is still paid for the month of the decision. */
    private static Status status(
            BenefitProjection.Row row, @Nullable YearMonth last, YearMonth now) {
        boolean over = last != null && now.isAfter(last);
        boolean paid = row.paid().plan().rate(now).signum() > 0;
        if (over || row.stopped() && !paid) {
            return Status.ENDED;
        }
        return row.stopped() || last != null ? Status.ENDING : Status.RUNNING;
    }

    private static List<Payment> payments(PaymentPlan plan, YearMonth now) {
        YearMonth first = plan.firstMonth();
        List<Payment> payments = new ArrayList<>();
        if (first == null) {
            return payments;
        }
        YearMonth until = now.plusMonths(MONTHS_AHEAD);
        if (until.isBefore(first)) {
            until = first;
        }
        YearMonth from = until.minusMonths(MONTHS_SHOWN - 1L);
        for (YearMonth m = from.isBefore(first) ? first : from;
                !m.isAfter(until);
                m = m.plusMonths(1)) {
            BigDecimal amount = plan.payable(m);
            if (amount.signum() > 0) {
                payments.add(new Payment(m.toString(), amount));
            }
        }
        return payments;
    }
}
