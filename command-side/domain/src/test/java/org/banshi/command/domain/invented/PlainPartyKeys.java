package org.banshi.command.domain.invented;

import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.PartyKeys;

/** Keys that can be read in a test. */
public final class PlainPartyKeys implements PartyKeys {

    @Override
    public String of(String number) {
        return "key-" + number;
    }

    @Override
    public String code(ApplicationId application, String party) {
        return "code-" + party;
    }
}
