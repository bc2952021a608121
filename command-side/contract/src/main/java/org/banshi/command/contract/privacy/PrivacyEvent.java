package org.banshi.command.contract.privacy;

import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** What was done about the data that are kept of a person. */
public sealed interface PrivacyEvent extends Event {

    PrivacyId record();

    /** A person says what is wrong; {@code value} is what it should be. */
    @Stored("privacy.correction-asked")
    record CorrectionAsked(
            PrivacyId record,
            PersonId subject,
            CorrectionField field,
            RegionCode region,
            @Personal String value,
            @Personal String reason)
            implements PrivacyEvent, PersonalEvent {}

    /**
     * It is corrected from now on, or is not; in cases there are, what was filed stays as filed.
     * Whoever decided declared not to be concerned in the matter.
     */
    @Stored("privacy.correction-decided")
    record CorrectionDecided(
            PrivacyId record,
            PersonId subject,
            CorrectionField field,
            boolean granted,
            @Personal String reason)
            implements PrivacyEvent, PersonalEvent {}

    /**
     * Nobody applies as this person any more, for any of these items: whatever is filed at the same
     * moment as {@link Erased} either is there before it, which is refused then, or is refused.
     */
    @Stored("privacy.applications-barred")
    record ApplicationsBarred(PrivacyId record, PersonId person, List<String> services)
            implements PrivacyEvent {}

    /**
     * The person's key is destroyed, and with it all that was encrypted under it: here, in backups,
     * everywhere. The cases stay in the log, which still verifies.
     *
     * @param applications of the person
     * @param reference of a written request, or null
     */
    @Stored("privacy.erased")
    record Erased(
            PrivacyId record,
            PersonId person,
            List<ApplicationId> applications,
            ErasureGround ground,
            @Nullable String reference)
            implements PrivacyEvent {}
}
