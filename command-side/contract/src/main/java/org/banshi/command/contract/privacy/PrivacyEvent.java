package org.banshi.command.contract.privacy;

import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What was done about the data that are kept of a person; nothing personal itself. */
public sealed interface PrivacyEvent extends Event {

    PrivacyId record();

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
