package org.banshi.command.domain.disability;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.person.IdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * The disabled person of a case: the applicant, or the one for whom the applicant acts, as the form
 * says under {@code applyFor}.
 *
 * @param minor by the identity number, or because the form says so
 */
record Holder(String name, String identityNumber, boolean minor) {

    static final String APPLY_FOR = "applyFor";
    static final String SELF = "self";
    static final String MINOR = "minor";
    static final String NAME = "holderName";
    static final String IDENTITY_NUMBER = "holderIdentityNumber";

    private static final int FULL_AGE = 18;

    static Holder of(DisabilityCase it, LocalDate day) {
        Map<String, @Nullable Object> facts = it.factsWithoutFamily(day);
        boolean self = SELF.equals(facts.getOrDefault(APPLY_FOR, SELF));
        String name = self ? it.applicantName() : text(facts, NAME);
        String number = self ? it.applicantIdentityNumber() : text(facts, IDENTITY_NUMBER);
        Optional<LocalDate> birth =
                IdentityNumber.parse(number).value().map(IdentityNumber::birthDate);
        boolean young = birth.map(born -> day.isBefore(born.plusYears(FULL_AGE))).orElse(false);
        return new Holder(name, number, young || MINOR.equals(facts.get(APPLY_FOR)));
    }

    /** As decision tables and packages see it. */
    Map<String, Object> facts() {
        return Map.of("name", name, "identityNumber", identityNumber, "minor", minor);
    }

    private static String text(Map<String, @Nullable Object> facts, String name) {
        return facts.get(name) instanceof String text ? text : "";
    }
}
