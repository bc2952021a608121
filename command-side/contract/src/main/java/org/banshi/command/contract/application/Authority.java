package org.banshi.command.contract.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Under what another body's records are asked about a person: that person's own signed authority
 * (授权书), or the application, whose form holds the applicant's consent.
 *
 * @param paper id of the signed paper that was handed in last, or else the case's number
 * @param signedOn null where the form does not say
 * @param until last day on which it is valid; null while it has no end
 */
public record Authority(String paper, @Nullable LocalDate signedOn, @Nullable LocalDate until) {

    /** One for which no days are known. */
    public static Authority of(String paper) {
        return new Authority(paper, null, null);
    }

    /** Whether somebody may be asked under it on {@code day}. */
    public boolean holdsOn(LocalDate day) {
        return (signedOn == null || !signedOn.isAfter(day))
                && (until == null || !until.isBefore(day));
    }
}
