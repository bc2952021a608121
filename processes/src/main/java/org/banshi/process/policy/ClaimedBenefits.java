package org.banshi.process.policy;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.ClaimHolders;
import org.banshi.eventstore.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Running benefits as their claims say. What a guardian was granted for a holder is found by the
 * holder's number also when the holder applies alone, and what the holder was granted alone also
 * when a guardian applies.
 */
public final class ClaimedBenefits implements RunningBenefits {

    private final ClaimHolders claims;
    private final PersonalData personalData;
    private final Residents residents;
    private final Predicate<BenefitId> guarded;

    /**
     * @param guarded see {@link RunningBenefits#isGuarded}
     */
    public ClaimedBenefits(
            ClaimHolders claims,
            PersonalData personalData,
            Residents residents,
            Predicate<BenefitId> guarded) {
        this.claims = claims;
        this.personalData = personalData;
        this.residents = residents;
        this.guarded = guarded;
    }

    @Override
    public boolean isGuarded(BenefitId benefit) {
        return guarded.test(benefit);
    }

    @Override
    public boolean isPhasedOut(BenefitId benefit) {
        return claims.holder(RunningBenefits.phasedOut(benefit)).isPresent();
    }

    @Override
    public Optional<BenefitId> find(
            PersonId applicant, String kind, Map<String, @Nullable Object> whose) {
        return persons(applicant, whose).stream()
                .map(person -> claims.holder(RunningBenefits.claim(person, kind)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(BenefitId::new);
    }

    @Override
    public boolean wasPaidUpTo(
            YearMonth month, PersonId applicant, String kind, Map<String, @Nullable Object> whose) {
        return persons(applicant, whose).stream()
                .map(person -> claims.holder(RunningBenefits.paid(person, kind, month)))
                .anyMatch(Optional::isPresent);
    }

    private Set<PersonId> persons(PersonId applicant, Map<String, @Nullable Object> whose) {
        Set<PersonId> persons = new LinkedHashSet<>();
        Optional<Holder> holder = Holder.of(applicant, whose, personalData);
        persons.add(holder.map(Holder::person).orElse(applicant));
        holder.map(Holder::whoDidNotApply).ifPresent(persons::add);
        if (!persons.contains(applicant) && whose.get("identityNumber") instanceof String number) {
            residents.find(number).ifPresent(persons::add);
        }
        return persons;
    }
}
