package org.banshi.command.contract.person;

import org.banshi.command.contract.text.Text;

/**
 * What is wrong with an identifier.
 *
 * @param code stable, kebab-case, such as {@code check-digit}
 * @param message what is wrong and how to mend it; never repeats the value
 */
public record Fault(String code, Text message) {

    static Fault of(String code, String zh, String en) {
        return new Fault(code, Text.of(zh, en));
    }
}
