package org.banshi.app.privacy;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.crypto.KeyVault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Erases a person where no rule keeps anything any more. The log says so first; then the key goes.
 * Should the process end in between, {@link ErasedPersons} makes up for it.
 */
@Component
public class Erasures {

    private static final Refusal JUST_APPLIED =
            new Refusal(
                    "erasure-not-yet",
                    Text.of("该人员有正在办理的申请。", "An application of this person is open."),
                    Text.of(
                            "该事项结束后才能确定可以删除的日期，届时可以再次提出。",
                            "The day is known once this has ended; ask again then."),
                    "个人信息保护法 第四十七条");

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
        try {
            commands.sendAndWait(
                    new PrivacyCommand.Erase(
                            PrivacyId.of(person),
                            person,
                            records.applications(person),
                            records.of(person, clock.today()),
                            ground,
                            reference,
                            new Stamp(clock.now(), by)));
        } catch (ClaimConflictException applied) {
            throw new RefusedException(JUST_APPLIED);
        }
        keys.destroy(person);
    }
}
