package org.banshi.command.contract.message;

import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was not carried out: a named result that is shown to a person.
 *
 * @param code stable, kebab-case; clients may depend on it
 * @param reason why, in words for a person
 * @param mend what to do next
 * @param rule law and article, or null where none is the reason
 */
public record Refusal(String code, Text reason, Text mend, @Nullable String rule) {

    public static Refusal of(String code, Text reason, Text mend) {
        return new Refusal(code, reason, mend, null);
    }
}
