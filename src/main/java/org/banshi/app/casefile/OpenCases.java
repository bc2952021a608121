package org.banshi.app.casefile;

import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.eventstore.ClaimHolders;

/**
 * Which cases are open for a person, whoever filed them, as their claims say. Whoever asks shows of
 * them only what may be seen: some are kept from others.
 */
public final class OpenCases {

    private final ClaimHolders claims;
    private final PartyKeys keys;

    public OpenCases(ClaimHolders claims, PartyKeys keys) {
        this.claims = claims;
        this.keys = keys;
    }

    /**
     * At most a hundred, of items that somebody else can file too.
     *
     * @param number of whom they are for
     */
    public List<ApplicationId> of(String number) {
        String key = keys.of(IdentityNumber.canonical(number));
        return claims.holders(ApplicationClaims.OPEN_APPLICATION, key + "/").stream()
                .map(ApplicationId::new)
                .toList();
    }
}
