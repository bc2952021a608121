package org.banshi.command.domain.application;

import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.person.IdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * Of whom no second case of an item may be open: whoever it is for, also where somebody else files
 * it. Father and mother open one case for their child, and one for each of two children.
 */
final class OpenFor {

    private static final String APPLY_FOR = "applyFor";
    private static final String SELF = "self";
    private static final String HOLDER = "holderIdentityNumber";

    private OpenFor() {}

    /** Null where it is the applicant alone, for whom nobody else can file. */
    static @Nullable List<String> of(Apply command, ServiceDefinition definition, PartyKeys keys) {
        if (!definition.form().schema().path("properties").has(HOLDER)) {
            return null;
        }
        Map<String, @Nullable Object> form = command.form().values();
        boolean self = SELF.equals(form.getOrDefault(APPLY_FOR, SELF));
        return !self && form.get(HOLDER) instanceof String number && !number.isBlank()
                ? List.of(key(number, keys))
                : List.of(
                        command.applicant().value(), key(command.details().identityNumber(), keys));
    }

    private static String key(String number, PartyKeys keys) {
        return keys.of(IdentityNumber.canonical(number));
    }
}
