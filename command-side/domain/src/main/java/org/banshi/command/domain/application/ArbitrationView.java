package org.banshi.command.domain.application;

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
import org.banshi.command.domain.arbitration.ArbitrationCase;
import org.banshi.command.domain.lifecycle.Status;
import org.jspecify.annotations.Nullable;

/** What labour arbitration sees of an application. */
final class ArbitrationView implements ArbitrationCase {

    private final ApplicationState state;

    ArbitrationView(ApplicationState state) {
        this.state = state;
    }

    @Override
    public ApplicationId id() {
        return state.id();
    }

    @Override
    public PersonId subject() {
        return state.subject();
    }

    @Override
    public ServiceVersion service() {
        return state.service();
    }

    @Override
    public RegionCode region() {
        return state.region();
    }

    @Override
    public Status status() {
        return state.status();
    }

    @Override
    public LocalDate appliedOn() {
        return state.appliedOn();
    }

    @Override
    public boolean extended() {
        return state.specialProcedures().isExtension();
    }

    @Override
    public @Nullable Applicant details() {
        return state.details();
    }

    @Override
    public @Nullable DueDate due() {
        return state.clock().due();
    }

    @Override
    public Map<String, @Nullable Object> factsWithoutFamily(LocalDate today) {
        return state.factsWithoutFamily(today);
    }

    @Override
    public @Nullable DueDate dueFrom(
            LocalDate from, ServiceDefinition definition, WorkingCalendar calendar) {
        return state.clock().begunOn(from, definition, state.region(), calendar);
    }

    @Override
    public @Nullable DueDate dueWithout(
            LocalDate from,
            LocalDate until,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        return state.clock()
                .without(new OpenStages.Pause(from, until), definition, state.region(), calendar);
    }
}
