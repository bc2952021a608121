package org.banshi.app.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.MandateRows.Stage;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.organisation.OrganisationDetails;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.process.work.RootWork;
import org.banshi.query.contract.access.Scope.Role;
import org.springframework.dao.DuplicateKeyException;

/**
 * What officers and legal representatives do about the accounts of organisations. Events and rows
 * are one transaction, as in {@link Mandating}; whoever acts for one does so under a row of
 * mandates, whose session ends with it.
 */
final class Organising {

    /** In everything, and until another one is named (民法典 61). */
    static final MandateTerms EVERYTHING =
            new MandateTerms(List.of(), Arrays.asList(MandateAct.values()), null);

    /** Papers were seen at a counter. */
    private static final int TRUST = 5;

    private static final Refusal KNOWN =
            Refusal.of(
                    "organisation-known",
                    Text.of("该单位已经登记。", "This organisation is registered already."),
                    Text.of("请按统一社会信用代码查找。", "Find it by its code."));

    private static final Refusal GONE =
            Refusal.of(
                    "organisation-not-found",
                    Text.of("没有该单位。", "There is no such organisation."),
                    Text.of("请核对统一社会信用代码。", "Compare the code."));

    private static final Refusal ANOTHER =
            Refusal.of(
                    "organisation-appointment-differs",
                    Text.of("此请求编号已经用于另一项任命。", "That key was used for another appointment."),
                    Text.of("请换一个请求编号。", "Send it with a key of its own."));

    private final OrganisationRows rows;
    private final MandateRows mandates;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final CommandGateway commands;
    private final RootWork root;
    private final BusinessClock clock;

    Organising(
            OrganisationRows rows,
            MandateRows mandates,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        this.rows = rows;
        this.mandates = mandates;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.commands = commands;
        this.root = root;
        this.clock = clock;
    }

    /**
     * An organisation with those who act for it now.
     *
     * @param agents the representative first, then clerks
     */
    record Staffed(OrganisationRows.Row organisation, List<MandateRows.Row> agents) {}

    Optional<Staffed> byCode(String code) {
        return rows.byCode(code).map(this::staffed);
    }

    /** Those for which somebody speaks. */
    List<Staffed> of(PersonId representative) {
        return rows.of(representative).stream().map(this::staffed).toList();
    }

    private Staffed staffed(OrganisationRows.Row organisation) {
        return new Staffed(organisation, agents(organisation.person()));
    }

    private List<MandateRows.Row> agents(PersonId organisation) {
        return mandates.inForce(organisation, clock.today());
    }

    /** An officer compared the licence and whoever speaks for it. */
    void register(
            SignedIn officer,
            OrganisationDetails details,
            Known representative,
            List<String> papers) {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        MandateId mandate = Mandating.newId();
        try {
            carryOut(
                    officer.actor(),
                    person,
                    stamp -> {
                        if (rows.byCode(details.code()).isPresent()) {
                            throw new RefusedException(KNOWN);
                        }
                        commands.sendAndWait(
                                new OrganisationCommand.Register(
                                        OrganisationId.of(person),
                                        details,
                                        rows.hash(details.code()),
                                        representative.person(),
                                        mandate,
                                        papers,
                                        stamp));
                        addAccount(person, details);
                        rows.add(person, rows.hash(details.code()), representative.person());
                        grant(
                                mandate,
                                person,
                                representative.person(),
                                MandateBasis.REPRESENTATIVE,
                                EVERYTHING);
                    });
        } catch (ClaimConflictException | DuplicateKeyException known) {
            throw new RefusedException(KNOWN);
        }
    }

    /** It never logs in: it is who others act for. */
    private void addAccount(PersonId person, OrganisationDetails details) {
        String name = "org-" + person.value().replace("-", "");
        Account account =
                new Account(
                        name,
                        Text.of(details.name(), details.name()),
                        Set.of(Role.CITIZEN),
                        null,
                        null,
                        TRUST,
                        person,
                        new Applicant(details.name(), details.code(), details.phone(), null));
        if (!accounts.add(account, passwords.hash(passwords.random()), true, false)) {
            throw new IllegalStateException("an account of that name");
        }
        accounts.setDisabled(name, true);
    }

    /** An officer saw who speaks for it from now on. */
    void nameRepresentative(
            SignedIn officer, String code, Known representative, List<String> papers) {
        OrganisationRows.Row organisation = find(code);
        MandateId mandate = Mandating.newId();
        carryOut(
                officer.actor(),
                organisation.person(),
                stamp -> {
                    commands.sendAndWait(
                            new OrganisationCommand.NameRepresentative(
                                    organisation.id(),
                                    representative.person(),
                                    mandate,
                                    papers,
                                    stamp));
                    agents(organisation.person()).stream()
                            .filter(
                                    it ->
                                            it.basis() == MandateBasis.REPRESENTATIVE
                                                    || it.agent().equals(representative.person()))
                            .forEach(it -> close(it.id()));
                    rows.setRepresentative(organisation.person(), representative.person());
                    grant(
                            mandate,
                            organisation.person(),
                            representative.person(),
                            MandateBasis.REPRESENTATIVE,
                            EVERYTHING);
                });
    }

    /** An officer saw that there is no such organisation any more. */
    void close(SignedIn officer, String code) {
        OrganisationRows.Row organisation = find(code);
        carryOut(
                officer.actor(),
                organisation.person(),
                stamp -> {
                    commands.sendAndWait(new OrganisationCommand.Close(organisation.id(), stamp));
                    agents(organisation.person()).forEach(it -> close(it.id()));
                    rows.close(organisation.person());
                });
    }

    /**
     * The representative makes somebody a clerk, in place of what that one was before.
     *
     * @param mandate what was done under the same id before is not done again, whatever became of
     *     it since
     * @throws RefusedException also when something else was done under that id
     */
    void appoint(
            SignedIn representative,
            String key,
            MandateId mandate,
            Known clerk,
            MandateTerms terms) {
        PersonId organisation = own(representative, key);
        Optional<MandateRows.Row> before = mandates.find(organisation, mandate, clock.today());
        if (before.isPresent()) {
            demandSame(before.get(), clerk, terms);
            return;
        }
        carryOut(
                representative.actor(),
                organisation,
                stamp -> {
                    commands.sendAndWait(
                            new OrganisationCommand.Appoint(
                                    OrganisationId.of(organisation),
                                    clerk.person(),
                                    mandate,
                                    terms,
                                    stamp));
                    mandates.inForce(organisation, clerk.person()).ifPresent(this::close);
                    grant(mandate, organisation, clerk.person(), MandateBasis.CLERK, terms);
                });
    }

    private static void demandSame(MandateRows.Row before, Known clerk, MandateTerms terms) {
        if (!before.agent().equals(clerk.person()) || !before.terms().equals(terms)) {
            throw new RefusedException(ANOTHER);
        }
    }

    /** The representative dismisses a clerk. */
    void dismiss(SignedIn representative, String key, MandateId mandate) {
        PersonId organisation = own(representative, key);
        carryOut(
                representative.actor(),
                organisation,
                stamp -> {
                    commands.sendAndWait(
                            new OrganisationCommand.Dismiss(
                                    OrganisationId.of(organisation), mandate, stamp));
                    close(mandate);
                });
    }

    /** Others learn nothing of what there is. */
    private PersonId own(SignedIn representative, String key) {
        PersonId self = representative.actor().person();
        return (self == null ? List.<OrganisationRows.Row>of() : rows.of(self))
                .stream()
                        .map(OrganisationRows.Row::person)
                        .filter(it -> it.value().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(GONE));
    }

    private OrganisationRows.Row find(String code) {
        return rows.byCode(code).orElseThrow(() -> new RefusedException(GONE));
    }

    private void grant(
            MandateId mandate,
            PersonId organisation,
            PersonId agent,
            MandateBasis basis,
            MandateTerms terms) {
        mandates.add(mandate, organisation, agent, basis, terms, Stage.IN_FORCE, TRUST);
    }

    private void close(MandateId mandate) {
        mandates.end(mandate);
        sessions.endActing(mandate.value());
    }

    private void carryOut(Actor by, PersonId organisation, Consumer<Stamp> act) {
        Stamp stamp = new Stamp(clock.now(), by);
        root.run(
                stamp,
                () -> {
                    act.accept(stamp);
                    return organisation;
                });
    }
}
