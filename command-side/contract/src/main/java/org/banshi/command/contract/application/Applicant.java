package org.banshi.command.contract.application;

import org.jspecify.annotations.Nullable;

/**
 * Who applies, as given at the time. Personal throughout.
 *
 * @param name full name
 * @param identityNumber a number valid by its own check rule
 * @param phone a mainland mobile number
 * @param email for documents, or null
 */
public record Applicant(String name, String identityNumber, String phone, @Nullable String email) {

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "Applicant[...]";
    }
}
