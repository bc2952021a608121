package org.banshi.app.signin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.mandate.Mandates;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.mandate.AgentsGate;
import org.banshi.eventstore.ClaimHolders;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates as the log and its claims say, and not as any table beside them. */
final class LoggedMandates implements Mandates, AgentsGate.Dangers {

    private final ClaimHolders claims;
    private final EventLog log;
    private final JdbcClient jdbc;

    LoggedMandates(JdbcClient jdbc, EventLog log) {
        this.claims = new ClaimHolders(jdbc);
        this.log = log;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MandateTerms> find(PersonId grantor, PersonId agent) {
        return claims.holder(Mandates.claim(grantor, agent))
                .flatMap(
                        holder ->
                                holder.startsWith(OrganisationId.PREFIX)
                                        ? termsOfClerk(holder, agent)
                                        : terms(holder));
    }

    /** What an organisation's story says last of one who acts for it. */
    private Optional<MandateTerms> termsOfClerk(String organisation, PersonId agent) {
        Optional<MandateTerms> terms = Optional.empty();
        for (Recorded recorded : log.readStream(organisation)) {
            if (recorded.event() instanceof OrganisationEvent.RepresentativeNamed it
                    && it.representative().equals(agent)) {
                terms = Optional.of(Organising.EVERYTHING);
            } else if (recorded.event() instanceof OrganisationEvent.ClerkAppointed it
                    && it.clerk().equals(agent)) {
                terms = Optional.of(it.terms());
            } else if (recorded.event() instanceof OrganisationEvent.AgentDismissed it
                    && it.agent().equals(agent)) {
                terms = Optional.empty();
            }
        }
        return terms;
    }

    private Optional<MandateTerms> terms(String mandate) {
        return log.readStream(mandate).stream()
                .map(Recorded::event)
                .map(
                        event -> {
                            if (event instanceof MandateEvent.Given given) {
                                return Optional.of(given.terms());
                            }
                            return event instanceof MandateEvent.Proven proven
                                    ? Optional.of(proven.terms())
                                    : Optional.<MandateTerms>empty();
                        })
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As the books of disability certificates say. */
    @Override
    public boolean isGuardian(PersonId ward, PersonId guardian, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM certificate WHERE person = ? AND guardian = ?
                            AND (guardian_until IS NULL OR guardian_until >= ?))
                        """)
                .params(ward.value(), guardian.value(), day)
                .query(Boolean.class)
                .single();
    }

    /** As whatever an agent may read. */
    @Override
    public boolean threaten(PersonId person) {
        return threatened(AccessPredicate.unguarded("?"), person.value());
    }

    @Override
    public boolean threaten(PersonId person, ApplicationId application) {
        return threatened(AccessPredicate.unguarded("?", "?"), application.value(), person.value());
    }

    private boolean threatened(Condition unguarded, String... given) {
        return jdbc.sql("SELECT NOT (" + unguarded.sql() + ")")
                .params(List.of(given))
                .query(Boolean.class)
                .single();
    }

    /** Which item a case is of. */
    Optional<String> service(ApplicationId application) {
        List<Recorded> first = log.readStream(application.value(), 0, 1);
        return first.stream()
                .map(Recorded::event)
                .filter(ApplicationEvent.Applied.class::isInstance)
                .map(ApplicationEvent.Applied.class::cast)
                .map(applied -> applied.service().service())
                .findFirst();
    }
}
