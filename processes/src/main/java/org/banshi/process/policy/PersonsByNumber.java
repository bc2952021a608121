package org.banshi.process.policy;

import java.util.LinkedHashSet;
import java.util.Set;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;

/**
 * Under which ids somebody's benefits stand whose identity number is at hand: their own, where they
 * registered, and the one made for a holder for whom somebody else applied.
 */
public final class PersonsByNumber {

    private final PersonalData personalData;
    private final Residents residents;

    public PersonsByNumber(PersonalData personalData, Residents residents) {
        this.personalData = personalData;
        this.residents = residents;
    }

    /** One id or two; nothing says that either has anything. */
    public Set<PersonId> find(String identityNumber) {
        Set<PersonId> persons = new LinkedHashSet<>();
        residents.find(identityNumber).ifPresent(persons::add);
        persons.add(
                Holder.whoDidNotApply(
                        NumberHash.of(personalData, CertificateId.HOLDER, identityNumber)));
        return persons;
    }
}
