package org.banshi.command.contract.benefit;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which benefits run, across the whole log: one a person and kind. Those that end by themselves are
 * none of them.
 */
public interface RunningBenefits {

    /** Kind of the claim by which a benefit runs. Its key is {@code person/kind}. */
    String CLAIM = "running-benefit";

    /** Kind of the claim by which a running benefit is phased out. Its key is the benefit. */
    String PHASED_OUT = "phased-out-benefit";

    /**
     * Kind of the claim on the last month that a stopped benefit paid. Its key is {@code
     * person/kind/yyyy-MM}.
     */
    String PAID = "paid-month";

    /** Where nothing runs. */
    RunningBenefits NONE = (applicant, kind, whose) -> Optional.empty();

    /**
     * The benefit of {@code kind} that runs for whom an application is.
     *
     * @param applicant who applies
     * @param whose {@code identityNumber} and {@code applyFor} as a package gives them to what an
     *     approval opens; without a number it is the applicant's own
     */
    Optional<BenefitId> find(PersonId applicant, String kind, Map<String, @Nullable Object> whose);

    /**
     * Whether {@code month} is the last one that a benefit of {@code kind} paid which was stopped
     * since: what is granted anew makes good nothing up to it. Whose as in {@link #find}.
     */
    default boolean wasPaidUpTo(
            YearMonth month, PersonId applicant, String kind, Map<String, @Nullable Object> whose) {
        return false;
    }

    /** Whether it runs for some months more and then no longer: who is in need applies anew. */
    default boolean isPhasedOut(BenefitId benefit) {
        return false;
    }

    /**
     * Whether it came of a case that is kept from others, because somebody near harms or threatens
     * its person: nothing may tell the household of it.
     */
    default boolean isGuarded(BenefitId benefit) {
        return false;
    }

    /** What a benefit holds while it is phased out. */
    static Claim phasedOut(BenefitId benefit) {
        return new Claim(PHASED_OUT, benefit.value());
    }

    /** What a stopped benefit of a person and kind holds for the last month that it paid. */
    static Claim paid(PersonId person, String kind, YearMonth month) {
        return new Claim(PAID, person + "/" + kind + "/" + month);
    }

    /** What the running benefit of a person and kind holds. */
    static Claim claim(PersonId person, String kind) {
        return new Claim(CLAIM, person + "/" + kind);
    }
}
