package org.banshi.command.contract.privacy;

/** What of a person's details can be corrected on request; a number is compared at a counter. */
public enum CorrectionField {
    NAME,
    PHONE,
    EMAIL
}
