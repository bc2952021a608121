package org.banshi.command.contract.application;

/** Why another body's records were not asked about an adult. */
public enum Withheld {
    /** The adult has signed none. */
    NO_AUTHORITY,
    /** It is not valid yet, or no more. */
    AUTHORITY_NOT_VALID,
    /** The applicant is protected from somebody near: nobody is asked to sign any. */
    PROTECTED
}
