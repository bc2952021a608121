package org.banshi.catalogue;

/** No row of a decision table applies to the facts. */
public final class NoRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRuleException(String decision) {
        super("no row of decision " + decision + " applies");
    }
}
