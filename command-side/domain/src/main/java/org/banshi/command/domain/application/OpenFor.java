package org.banshi.command.domain.application;

import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.arbitration.OtherSide;
import org.jspecify.annotations.Nullable;

/**
 * Whom a case is for, of whom its applicant has no second one of the item open: one for each of two
 * children. What somebody else filed for the same child holds nobody back: that would tell whoever
 * files of it, also of a case that is kept from them. Of a dispute, against whom it is: with
 * another employer there is another dispute.
 */
final class OpenFor {

    private static final String APPLY_FOR = "applyFor";
    private static final String SELF = "self";
    private static final String HOLDER = "holderIdentityNumber";
    private static final String RESPONDENTS = "respondents";

    private OpenFor() {}

    /** Null where it is the applicant alone, for whom nobody else can file. */
    static @Nullable List<String> of(
            PersonId applicant,
            String ownNumber,
            FormData form,
            ServiceDefinition definition,
            PartyKeys keys) {
        if (definition.form().schema().path("properties").has(RESPONDENTS)) {
            return against(form, keys);
        }
        if (!definition.form().schema().path("properties").has(HOLDER)) {
            return null;
        }
        boolean self = SELF.equals(form.values().getOrDefault(APPLY_FOR, SELF));
        return !self && form.values().get(HOLDER) instanceof String number && !number.isBlank()
                ? List.of(key(number, keys))
                : List.of(applicant.value(), key(ownNumber, keys));
    }

    /** Null where the form names nobody. */
    private static @Nullable List<String> against(FormData form, PartyKeys keys) {
        if (!(form.values().get(RESPONDENTS) instanceof List<?> rows) || rows.isEmpty()) {
            return null;
        }
        return rows.stream()
                .flatMap(row -> against((Map<?, ?>) row, keys).stream())
                .distinct()
                .toList();
    }

    private static List<String> against(Map<?, ?> respondent, PartyKeys keys) {
        String number = respondent.get("number") instanceof String typed ? typed : null;
        return OtherSide.of(String.valueOf(respondent.get("name")), number, keys);
    }

    private static String key(String number, PartyKeys keys) {
        return keys.of(IdentityNumber.canonical(number));
    }
}
