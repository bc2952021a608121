package org.banshi.app.scenario;

import java.util.concurrent.atomic.AtomicInteger;
import org.banshi.app.config.HashedPartyKeys;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.PartyKeys;

/**
 * Parties' keys of one scenario: the same invented people come in many, and what one scenario
 * leaves behind under their numbers holds no other back.
 */
final class StagePartyKeys implements PartyKeys {

    private final HashedPartyKeys keys;
    private final AtomicInteger scenario = new AtomicInteger();

    StagePartyKeys(HashedPartyKeys keys) {
        this.keys = keys;
    }

    /** Another scenario begins. */
    void next() {
        scenario.incrementAndGet();
    }

    @Override
    public String of(String number) {
        return keys.of(scenario.get() + "/" + number);
    }

    @Override
    public String code(ApplicationId application, String party) {
        return keys.code(application, party);
    }
}
