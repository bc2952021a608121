package org.banshi.app.signin;

import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.privacy.AccountEraser;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.mandate.MandateCommand;
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
    private final Sessions sessions;
    private final CommandGateway commands;
    private final BusinessClock clock;

    Forgetting(
            JdbcClient jdbc,
            Accounts accounts,
            MandateRows mandates,
            Sessions sessions,
            CommandGateway commands,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.mandates = mandates;
        this.sessions = sessions;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void erase(PersonId person) {
        Stamp stamp = new Stamp(clock.now(), Actor.system("erasure"));
        for (MandateId mandate : mandates(person)) {
            commands.sendAndWait(new MandateCommand.End(mandate, stamp));
            mandates.end(mandate);
            sessions.endActing(mandate.value());
        }
        if (isRecorded(person)) {
            commands.sendAndWait(new CitizenCommand.Forget(CitizenId.of(person), stamp));
        }
        accounts.erase(person)
                .ifPresent(
                        account -> {
                            accounts.dropPasskeys(account);
                            sessions.endAll(account, Why.ACCOUNT_CHANGED);
                        });
    }

    private List<MandateId> mandates(PersonId person) {
        return jdbc.sql(
                        "SELECT id FROM mandate WHERE (grantor = :person OR agent = :person)"
                                + " AND stage IN ('ASKED', 'IN_FORCE')")
                .param("person", person.value())
                .query((row, number) -> new MandateId(row.getString(1)))
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
