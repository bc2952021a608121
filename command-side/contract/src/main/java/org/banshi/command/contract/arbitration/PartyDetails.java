package org.banshi.command.contract.arbitration;

import org.jspecify.annotations.Nullable;

/**
 * Who a party is. Personal throughout, encrypted under the party's own key.
 *
 * @param name of the person or employer
 * @param number identity number or unified social credit code, null where nobody knows it
 * @param representative legal or chosen representative of an employer
 */
public record PartyDetails(
        String name,
        @Nullable String number,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String representative) {

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "PartyDetails[...]";
    }
}
