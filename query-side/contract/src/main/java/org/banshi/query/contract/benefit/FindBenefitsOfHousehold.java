package org.banshi.query.contract.benefit;

import org.banshi.query.contract.access.Scope;

/**
 * Which benefits came of a case of the scope's office in which somebody was declared as a member of
 * the household? Answers a list of {@link BenefitView}, the oldest first.
 *
 * @param identityNumber of the member, as typed
 */
public record FindBenefitsOfHousehold(Scope scope, String identityNumber) {

    /** Personal by nature: never prints the number. */
    @Override
    public String toString() {
        return "FindBenefitsOfHousehold[]";
    }
}
