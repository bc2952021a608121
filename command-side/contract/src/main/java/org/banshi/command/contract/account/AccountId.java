package org.banshi.command.contract.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names the event stream of a staff account.
 *
 * @param value {@code account:} and the account's name
 */
public record AccountId(@JsonValue String value) {

    private static final String PREFIX = "account:";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[a-z][a-z0-9-]{2,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account id");
        }
    }

    /**
     * The stream of the account of this name.
     *
     * @throws IllegalArgumentException when no account can be called so
     */
    public static AccountId of(String account) {
        return new AccountId(PREFIX + account);
    }

    /** What the account is called. */
    public String account() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
