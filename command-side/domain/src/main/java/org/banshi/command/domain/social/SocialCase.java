package org.banshi.command.domain.social;

import java.time.LocalDate;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.lifecycle.Status;
import org.jspecify.annotations.Nullable;

/** What social assistance must know of the application that it belongs to. */
public interface SocialCase {

    ApplicationId id();

    /** The applicant. */
    PersonId subject();

    ServiceVersion service();

    Status status();

    /** The applicant's name; empty after an erasure. */
    String applicantName();

    /** The applicant's number; empty after an erasure. */
    String applicantIdentityNumber();

    /** Day of the acceptance, null before it. */
    @Nullable LocalDate acceptedOn();

    /**
     * Whether the applicant is protected from somebody near, as an officer confirmed: then nothing
     * is put up.
     */
    boolean isProtected();

    /** Whether the applicant said so, and no officer confirmed or lifted it yet. */
    boolean isProtectionUnconfirmed();

    /** Whether it is confirmed, or was: a notice that was left out then is not asked for. */
    boolean wasProtected();

    /** What is known of the case without the family's own facts. */
    Map<String, @Nullable Object> factsWithoutFamily(LocalDate today);
}
