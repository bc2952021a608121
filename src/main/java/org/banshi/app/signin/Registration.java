package org.banshi.app.signin;

import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.process.work.RootWork;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * Makes people known and gives them access. The event and the row of the account are one
 * transaction, as in {@link Administration}.
 */
final class Registration {

    private static final Refusal TAKEN =
            Refusal.of(
                    "account-exists",
                    Text.of("已有同名账号。", "There is an account of that name."),
                    Text.of("请换一个账号名。", "Choose another name."));

    private static final Refusal KNOWN =
            Refusal.of(
                    "citizen-known",
                    Text.of("此人已经登记。", "This person is registered already."),
                    Text.of("请按证件号码查找。", "Find the person by number."));

    private static final Refusal OTHER_NAME =
            Refusal.of(
                    "citizen-other-name",
                    Text.of("姓名与登记的不一致。", "The name is not the one on record."),
                    Text.of("请逐字核对证件。", "Compare it with the paper, letter by letter."));

    private final Citizens citizens;
    private final Accounts accounts;
    private final Passwords passwords;
    private final CommandGateway commands;
    private final RootWork root;
    private final BusinessClock clock;

    Registration(
            Citizens citizens,
            Accounts accounts,
            Passwords passwords,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        this.citizens = citizens;
        this.accounts = accounts;
        this.passwords = passwords;
        this.commands = commands;
        this.root = root;
        this.clock = clock;
    }

    /** Account and password, told once. */
    record Access(String account, String password) {
        @Override
        public String toString() {
            return "Access[" + account + "]";
        }
    }

    /**
     * Registers somebody and opens an account.
     *
     * @param wanted how the account is to be called, or null
     * @return with which to log in first; the password is replaced then
     * @throws RefusedException when the rules are against it
     */
    Access register(Actor by, Applicant details, Proof proof, @Nullable String wanted) {
        return register(by, newPerson(), details, proof, wanted);
    }

    /**
     * The same under an id that was chosen before.
     *
     * @param person nobody's yet
     */
    Access register(
            Actor by, PersonId person, Applicant details, Proof proof, @Nullable String wanted) {
        String name = wanted == null ? newName() : wanted;
        String password = passwords.random();
        add(by, person, details, proof, name, password, Kind.FIRST_PASSWORD);
        return new Access(name, password);
    }

    /**
     * Registers somebody who does not log in, such as a child: others act on behalf.
     *
     * @throws RefusedException when the rules are against it
     */
    void know(Actor by, Applicant details, Proof proof) {
        know(by, newPerson(), details, proof);
    }

    /**
     * The same under an id that was chosen before.
     *
     * @param person nobody's yet
     */
    void know(Actor by, PersonId person, Applicant details, Proof proof) {
        add(by, person, details, proof, newName(), passwords.random(), Kind.NO_ACCESS);
    }

    /**
     * Registers somebody for whom another service vouches, and who logs in by it.
     *
     * @return the account; nobody knows its password
     * @throws RefusedException when the rules are against it
     */
    String registerVouched(Actor by, Applicant details, Proof proof) {
        String name = newName();
        add(by, newPerson(), details, proof, name, passwords.random(), Kind.NO_PASSWORD);
        return name;
    }

    /** With which access somebody is registered. */
    private enum Kind {
        FIRST_PASSWORD,
        NO_PASSWORD,
        NO_ACCESS
    }

    static PersonId newPerson() {
        return new PersonId(UUID.randomUUID().toString());
    }

    private void add(
            Actor by,
            PersonId person,
            Applicant details,
            Proof proof,
            String name,
            String password,
            Kind kind) {
        Stamp stamp = new Stamp(clock.now(), by);
        Account account =
                new Account(
                        name,
                        Text.of(details.name(), details.name()),
                        Set.of(Role.CITIZEN),
                        null,
                        null,
                        proof.level(),
                        person,
                        details);
        try {
            root.run(
                    stamp,
                    () -> {
                        if (citizens.byNumber(details.identityNumber()).isPresent()) {
                            throw new RefusedException(KNOWN);
                        }
                        send(register(person, details, proof, stamp));
                        if (kind != Kind.NO_ACCESS) {
                            send(new CitizenCommand.OpenAccess(CitizenId.of(person), name, stamp));
                        }
                        if (!accounts.add(
                                account,
                                passwords.hash(password),
                                kind == Kind.FIRST_PASSWORD,
                                true)) {
                            throw new RefusedException(TAKEN);
                        }
                        accounts.limitFirstPassword(name);
                        accounts.setDisabled(name, kind == Kind.NO_ACCESS);
                        accounts.setRecorded(name);
                        return person;
                    });
        } catch (ClaimConflictException known) {
            throw new RefusedException(KNOWN);
        }
    }

    /** Takes note of a better proof of somebody who is known. */
    void prove(Actor by, Known known, String name, Proof proof) {
        demandName(known, name);
        act(
                by,
                known,
                stamp -> {
                    send(new CitizenCommand.Prove(CitizenId.of(known.person()), proof, stamp));
                    citizens.setTrust(known.person(), proof.level());
                });
    }

    @FunctionalInterface
    interface Act {
        void at(Stamp stamp);
    }

    /** With a demo's person the log tells first who that is. */
    void act(Actor by, Known known, Act act) {
        Stamp stamp = new Stamp(clock.now(), by);
        root.run(
                stamp,
                () -> {
                    if (!known.recorded()) {
                        record(known, new Stamp(stamp.at(), Actor.system("accounts")));
                    }
                    act.at(stamp);
                    return known;
                });
    }

    /** Of a demo's people the log tells with the first such act. */
    private void record(Known known, Stamp stamp) {
        Applicant details = known.account().details();
        if (details == null) {
            throw new RefusedException(OTHER_NAME);
        }
        Proof proof = new Proof(Proof.Way.DEMO, "demo", known.account().trustLevel());
        send(register(known.person(), details, proof, stamp));
        send(
                new CitizenCommand.OpenAccess(
                        CitizenId.of(known.person()), known.account().account(), stamp));
        accounts.setRecorded(known.account().account());
    }

    private CitizenCommand register(PersonId person, Applicant details, Proof proof, Stamp stamp) {
        return new CitizenCommand.Register(
                CitizenId.of(person),
                details,
                citizens.hash(details.identityNumber()),
                proof,
                stamp);
    }

    static void demandName(Known known, String name) {
        Applicant details = known.account().details();
        if (details == null || !details.name().strip().equals(name.strip())) {
            throw new RefusedException(OTHER_NAME);
        }
    }

    private String newName() {
        StringBuilder name = new StringBuilder("u-");
        for (int i = 0; i < 8; i++) {
            name.append(passwords.letter());
        }
        return name.toString();
    }

    void send(CitizenCommand command) {
        commands.sendAndWait(command);
    }
}
