package org.banshi.command.contract.arbitration;

import org.banshi.command.contract.application.ApplicationId;

/**
 * Keyed hashes that stand for a party where its number may not: pure functions of their arguments
 * and of a secret that never changes.
 */
public interface PartyKeys {

    /** The same for the same person or employer in every case. */
    String of(String number);

    /** What is printed on the papers served on a party, and opens the case to its account. */
    String code(ApplicationId application, String party);
}
