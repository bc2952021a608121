package org.banshi.command.contract.application;

/**
 * An applicant's word, with the application itself, that somebody near is to be feared: the case is
 * kept from others before anything is told of it.
 *
 * @param reason what happened; for the officers in charge alone
 * @param ownPhone whether nobody else reads the phone on record: texts are sent then
 */
public record AskedProtection(String reason, boolean ownPhone) {}
