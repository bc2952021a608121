package org.banshi.command.contract.application;

/** About whom another body's records are asked. */
public enum Whom {
    APPLICANT,
    /** Each adult of the household by itself, each under an authority of their own. */
    ADULTS
}
