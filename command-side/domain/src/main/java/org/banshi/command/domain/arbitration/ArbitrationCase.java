package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.lifecycle.Status;
import org.jspecify.annotations.Nullable;

/** What labour arbitration must know of the application that it belongs to. */
public interface ArbitrationCase {

    ApplicationId id();

    /** The applicant: the first claimant. */
    PersonId subject();

    ServiceVersion service();

    RegionCode region();

    Status status();

    LocalDate appliedOn();

    /** Whether the time for the award was extended. */
    boolean extended();

    /** The applicant, null after an erasure. */
    @Nullable Applicant details();

    /** Last day for the award; null before the acceptance. */
    @Nullable DueDate due();

    /** What is known of the case without the family's own facts. */
    Map<String, @Nullable Object> factsWithoutFamily(LocalDate today);

    /** Last day for the award if its time counts from {@code from}. */
    @Nullable DueDate dueFrom(
            LocalDate from, ServiceDefinition definition, WorkingCalendar calendar);

    /** Last day for the award if the days after {@code from} to {@code until} are left out. */
    @Nullable DueDate dueWithout(
            LocalDate from,
            LocalDate until,
            ServiceDefinition definition,
            WorkingCalendar calendar);
}
