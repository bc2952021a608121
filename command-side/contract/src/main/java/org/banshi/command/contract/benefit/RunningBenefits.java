package org.banshi.command.contract.benefit;

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

    /** What the running benefit of a person and kind holds. */
    static Claim claim(PersonId person, String kind) {
        return new Claim(CLAIM, person + "/" + kind);
    }
}
