package org.banshi.app.privacy;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.eventstore.crypto.KeyVault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Erases a person where no rule keeps anything any more. The log says so first; then the key goes.
 * Should the process end in between, {@link ErasedPersons} makes up for it.
 */
@Component
public class Erasures {

    private final KeptRecords records;
    private final CommandGateway commands;
    private final KeyVault keys;
    private final BusinessClock clock;

    public Erasures(
            KeptRecords records, CommandGateway commands, KeyVault keys, BusinessClock clock) {
        this.records = records;
        this.commands = commands;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Does it. The key is destroyed when this returns; nothing of the person can be read within a
     * second, on any node.
     *
     * @param reference of a written request, or null
     * @throws org.banshi.command.contract.message.RefusedException with the reason and the day on
     *     which it will be possible
     */
    public void erase(Actor by, PersonId person, ErasureGround ground, @Nullable String reference) {
        commands.sendAndWait(
                new PrivacyCommand.Erase(
                        PrivacyId.of(person),
                        person,
                        records.applications(person),
                        records.of(person, clock.today()),
                        ground,
                        reference,
                        new Stamp(clock.now(), by)));
        keys.destroy(person);
    }
}
