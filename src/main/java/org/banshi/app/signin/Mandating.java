package org.banshi.app.signin;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.MandateRows.Row;
import org.banshi.app.signin.MandateRows.Stage;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateCommand;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.process.work.RootWork;

/**
 * What people do about acting for another. The events and the rows are one transaction, as in
 * {@link Administration}; a session that acts under a mandate ends with it.
 */
final class Mandating {

    /** 民法典 17, 18: of full age. */
    private static final int FULL_AGE = 18;

    private static final Refusal NOBODY =
            Refusal.of(
                    "mandate-person-unknown",
                    Text.of("没有找到该姓名和证件号码的登记人员。", "Nobody of that name and number is registered."),
                    Text.of(
                            "请核对姓名和号码；尚未登记的，请先到窗口登记。",
                            "Compare both; whoever is not registered yet goes to a counter first."));

    private static final Refusal GONE =
            Refusal.of(
                    "mandate-not-found",
                    Text.of("没有这项授权。", "There is no such mandate."),
                    Text.of("请刷新页面。", "Load the page again."));

    private static final Refusal WAITS =
            Refusal.of(
                    "mandate-asked-already",
                    Text.of(
                            "您已向此人提出代办申请，正等待答复。",
                            "You asked this person already; the answer is awaited."),
                    Text.of("请等待委托人答复，或先撤回原申请。", "Wait for it, or take back what you asked for."));

    private static final Refusal TOO_MANY =
            Refusal.of(
                    "mandate-asks-too-many",
                    Text.of(
                            "待答复和近一日被拒绝的代办申请过多。",
                            "Too much of what you asked for waits, or was declined within a day."),
                    Text.of(
                            "请等待答复，或请委托人直接授权。",
                            "Wait for answers, or let grantors give mandates."));

    /** So many questions of one agent wait at a time, those declined within a day among them. */
    static final int MOST_ASKS = 20;

    private final MandateRows rows;
    private final Citizens citizens;
    private final Sessions sessions;
    private final CommandGateway commands;
    private final RootWork root;
    private final BusinessClock clock;

    Mandating(
            MandateRows rows,
            Citizens citizens,
            Sessions sessions,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        this.rows = rows;
        this.citizens = citizens;
        this.sessions = sessions;
        this.commands = commands;
        this.root = root;
        this.clock = clock;
    }

    /**
     * Whoever is registered under both.
     *
     * @throws RefusedException when there is nobody, or under another name: told apart by no one
     */
    Known known(String name, String identityNumber) {
        return citizens.byNumber(identityNumber)
                .filter(
                        it -> {
                            Applicant details = it.account().details();
                            return details != null && details.name().strip().equals(name.strip());
                        })
                .orElseThrow(() -> new RefusedException(NOBODY));
    }

    /** The mandates of a person, given and held, the newest first. */
    List<Row> of(PersonId person) {
        return rows.of(person, clock.today());
    }

    /** An agent asks for a mandate; nothing opens before the grantor agrees. */
    void ask(SignedIn agent, MandateId id, Known grantor, MandateTerms terms) {
        PersonId self = person(agent);
        carryOut(
                agent.actor(),
                id,
                stamp -> {
                    if (rows.asks(self) >= MOST_ASKS) {
                        throw new RefusedException(TOO_MANY);
                    }
                    if (rows.asked(grantor.person(), self).isPresent()) {
                        throw new RefusedException(WAITS);
                    }
                    send(new MandateCommand.Ask(id, grantor.person(), self, terms, stamp));
                    rows.add(
                            id,
                            grantor.person(),
                            self,
                            MandateBasis.ENTRUSTED,
                            terms,
                            Stage.ASKED,
                            2);
                });
    }

    /** A grantor gives a mandate; it takes the place of the one before. */
    void give(SignedIn grantor, MandateId id, Known agent, MandateTerms terms) {
        PersonId self = person(grantor);
        carryOut(
                grantor.actor(),
                id,
                stamp -> {
                    endOther(self, agent.person(), stamp);
                    send(new MandateCommand.Give(id, self, agent.person(), terms, stamp));
                    rows.add(
                            id,
                            self,
                            agent.person(),
                            MandateBasis.ENTRUSTED,
                            terms,
                            Stage.IN_FORCE,
                            grantor.trustLevel());
                });
    }

    /**
     * The grantor's answer.
     *
     * @param again whether the same answer may have been sent before
     */
    void answer(SignedIn grantor, MandateId id, boolean agreed, boolean again) {
        Row row = own(grantor, id);
        if (again && row.stage() == (agreed ? Stage.IN_FORCE : Stage.DECLINED)) {
            return;
        }
        carryOut(
                grantor.actor(),
                id,
                stamp -> {
                    if (agreed) {
                        endOther(row.grantor(), row.agent(), stamp);
                    }
                    send(new MandateCommand.Answer(id, agreed, stamp));
                    rows.set(id, agreed ? Stage.IN_FORCE : Stage.DECLINED, grantor.trustLevel());
                });
    }

    /** What papers prove, at a counter. Of minors a guardian's mandate ends with full age. */
    void prove(
            SignedIn officer,
            Known grantor,
            Known agent,
            MandateBasis basis,
            MandateTerms terms,
            List<String> papers) {
        MandateId id = newId();
        Optional<LocalDate> fullAge =
                basis == MandateBasis.GUARDIAN ? lastDayAsMinor(grantor) : Optional.empty();
        MandateTerms meant = fullAge.map(day -> until(day, terms)).orElse(terms);
        carryOut(
                officer.actor(),
                id,
                stamp -> {
                    endOther(grantor.person(), agent.person(), stamp);
                    send(
                            new MandateCommand.Prove(
                                    id,
                                    grantor.person(),
                                    agent.person(),
                                    basis,
                                    meant,
                                    papers,
                                    fullAge.isPresent(),
                                    stamp));
                    rows.add(id, grantor.person(), agent.person(), basis, meant, Stage.IN_FORCE, 5);
                });
    }

    /** Ends a mandate of one's own, given or held; what it opened closes at once. */
    void end(SignedIn who, MandateId id) {
        Row row = own(who, id);
        carryOut(
                who.actor(),
                id,
                stamp -> {
                    commands.sendAndWait(end(id, row.basis(), row.grantor(), stamp));
                    close(id);
                });
    }

    /** What ends an authority: those of an organisation's agents are in its own story. */
    static Command end(MandateId id, MandateBasis basis, PersonId grantor, Stamp stamp) {
        return basis.ofOrganisation()
                ? new OrganisationCommand.Dismiss(OrganisationId.of(grantor), id, stamp)
                : new MandateCommand.End(id, stamp);
    }

    /** An officer sees from papers that a mandate is over. */
    void end(SignedIn officer, Known grantor, Known agent) {
        MandateId id =
                rows.inForce(grantor.person(), agent.person())
                        .orElseThrow(() -> new RefusedException(GONE));
        carryOut(
                officer.actor(),
                id,
                stamp -> {
                    send(new MandateCommand.End(id, stamp));
                    close(id);
                });
    }

    /**
     * The mandate under which somebody wants to act.
     *
     * @throws RefusedException when there is none in force that this agent holds
     */
    Row held(SignedIn agent, MandateId id) {
        PersonId self = person(agent);
        return rows.find(self, id, clock.today())
                .filter(row -> row.agent().equals(self) && row.inForce())
                .orElseThrow(() -> new RefusedException(GONE));
    }

    private Row own(SignedIn who, MandateId id) {
        return rows.find(person(who), id, clock.today())
                .orElseThrow(() -> new RefusedException(GONE));
    }

    /** Of the log-in, also while it acts for another. */
    private static PersonId person(SignedIn who) {
        PersonId person = who.actor().person();
        if (person == null) {
            throw new RefusedException(GONE);
        }
        return person;
    }

    /** What it opened closes at once. */
    private void close(MandateId id) {
        rows.end(id);
        sessions.endActing(id.value());
    }

    private void endOther(PersonId grantor, PersonId agent, Stamp stamp) {
        rows.inForce(grantor, agent)
                .ifPresent(
                        before -> {
                            send(new MandateCommand.End(before, stamp));
                            close(before);
                        });
    }

    /** Of whoever is under age. */
    private Optional<LocalDate> lastDayAsMinor(Known ward) {
        return Optional.ofNullable(ward.account().details())
                .flatMap(it -> IdentityNumber.parse(it.identityNumber()).value())
                .map(number -> number.birthDate().plusYears(FULL_AGE).minusDays(1))
                .filter(day -> !day.isBefore(clock.today()));
    }

    private static MandateTerms until(LocalDate last, MandateTerms terms) {
        LocalDate until = terms.until();
        return until != null && until.isBefore(last)
                ? terms
                : new MandateTerms(terms.services(), terms.acts(), last);
    }

    @FunctionalInterface
    private interface Act {
        void at(Stamp stamp);
    }

    private void carryOut(Actor by, MandateId id, Act act) {
        Stamp stamp = new Stamp(clock.now(), by);
        root.run(
                stamp,
                () -> {
                    act.at(stamp);
                    return id;
                });
    }

    /**
     * The mandate of that key.
     *
     * @throws RefusedException when none can have it
     */
    static MandateId id(String key) {
        try {
            return MandateId.of(key);
        } catch (IllegalArgumentException none) {
            throw new RefusedException(GONE);
        }
    }

    static MandateId newId() {
        return MandateId.of(UUID.randomUUID().toString());
    }

    /** The same for the same key of the same account: what is sent again is not done again. */
    static MandateId idOf(SignedIn who, String key) {
        byte[] seed = (who.account() + "/" + key).getBytes(StandardCharsets.UTF_8);
        return MandateId.of(UUID.nameUUIDFromBytes(seed).toString());
    }

    /** Whether the same was done before: with the same person, in the same direction. */
    boolean isThere(SignedIn who, MandateId id, boolean give, Known other, MandateTerms terms) {
        return rows.find(person(who), id, clock.today())
                .filter(row -> row.given() == give && row.terms().equals(terms))
                .filter(row -> (give ? row.agent() : row.grantor()).equals(other.person()))
                .isPresent();
    }

    private void send(MandateCommand command) {
        commands.sendAndWait(command);
    }
}
