package org.banshi.command.domain.privacy;

import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a person's data need to know.
 *
 * @param asked the correction that waits for an answer, or null
 */
record PrivacyState(boolean erased, @Nullable Asked asked) {

    /** A correction that somebody wants. */
    record Asked(PersonId person, CorrectionField field, RegionCode region) {}

    static final PrivacyState NONE = new PrivacyState(false, null);

    PrivacyState after(PrivacyEvent event) {
        if (event instanceof PrivacyEvent.CorrectionAsked it) {
            return new PrivacyState(erased, new Asked(it.subject(), it.field(), it.region()));
        }
        if (event instanceof PrivacyEvent.CorrectionDecided) {
            return new PrivacyState(erased, null);
        }
        return event instanceof PrivacyEvent.Erased ? new PrivacyState(true, null) : this;
    }
}
