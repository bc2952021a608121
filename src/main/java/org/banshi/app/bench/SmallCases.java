package org.banshi.app.bench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.person.PersonId;

/** Callers that each take one {@link SmallCase} after another through its four commands. */
final class SmallCases {

    private SmallCases() {}

    static int run(CommandGateway gateway) {
        String id = UUID.randomUUID().toString();
        PersonId person = person(ThreadLocalRandom.current().nextInt(SmallCase.PEOPLE));
        gateway.sendAndWait(new SmallCase.Open(id, person));
        for (int step = 1; step <= 3; step++) {
            gateway.sendAndWait(new SmallCase.Advance(id, person, step));
        }
        return 4;
    }

    static PersonId person(int number) {
        return new PersonId("bench-" + number);
    }
}
