package org.banshi.app.config;

import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.eventstore.PersonalData;

/** Parties' keys by the store's secret for keyed hashes. */
public final class HashedPartyKeys implements PartyKeys {

    private static final String BOOKING = "arbitration-party";
    private static final String CODE = "arbitration-code";

    /** Letters of a code: short enough to type, too many to guess. */
    private static final int LETTERS = 12;

    private final PersonalData personal;

    public HashedPartyKeys(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String of(String number) {
        return personal.hash(BOOKING, number);
    }

    @Override
    public String code(ApplicationId application, String party) {
        return personal.hash(CODE, application.value() + "/" + party).substring(0, LETTERS);
    }
}
