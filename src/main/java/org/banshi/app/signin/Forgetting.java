package org.banshi.app.signin;

import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.privacy.AccountEraser;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what the log-in knows of an erased person: every mandate given, held or asked for ends, the
 * account closes, and the identity number is free for whoever comes to register anew. Runs in the
 * transaction of whoever calls it.
 */
final class Forgetting implements AccountEraser {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final MandateRows mandates;
    private final OrganisationRows organisations;
    private final Sessions sessions;
    private final CommandGateway commands;
    private final BusinessClock clock;

    Forgetting(
            JdbcClient jdbc,
            Accounts accounts,
            MandateRows mandates,
            OrganisationRows organisations,
            Sessions sessions,
            CommandGateway commands,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.mandates = mandates;
        this.organisations = organisations;
        this.sessions = sessions;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void erase(PersonId person) {
        Stamp stamp = new Stamp(clock.now(), Actor.system("erasure"));
        for (Held held : mandates(person)) {
            commands.sendAndWait(Mandating.end(held.id(), held.basis(), held.grantor(), stamp));
            mandates.end(held.id());
            sessions.endActing(held.id().value());
        }
        organisations.dropRepresentative(person);
        if (isRecorded(person)) {
            commands.sendAndWait(new CitizenCommand.Forget(CitizenId.of(person), stamp));
        }
        accounts.erase(person)
                .ifPresent(
                        account -> {
                            accounts.dropPasskeys(account);
                            jdbc.sql("DELETE FROM recovery WHERE account = ?")
                                    .param(account)
                                    .update();
                            sessions.endAll(account, Why.ACCOUNT_CHANGED);
                        });
    }

    private record Held(MandateId id, MandateBasis basis, PersonId grantor) {}

    private List<Held> mandates(PersonId person) {
        return jdbc.sql(
                        "SELECT id, basis, grantor FROM mandate WHERE (grantor = :person OR agent = :person)"
                                + " AND stage IN ('ASKED', 'IN_FORCE')")
                .param("person", person.value())
                .query(
                        (row, number) ->
                                new Held(
                                        new MandateId(row.getString("id")),
                                        MandateBasis.valueOf(row.getString("basis")),
                                        new PersonId(row.getString("grantor"))))
                .list();
    }

    /** Of people of a demo the log may know nothing. */
    private boolean isRecorded(PersonId person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE person = ? AND recorded)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }
}
