package org.banshi.app.staff;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.officers.CaseOfficersState;
import org.banshi.command.domain.officers.OfficersGate;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;

/** Officers of cases, their tasks and their leave, as the log says. */
final class LoggedOfficers implements OfficersGate.OfficersOnRecord, Concerns, Holders {

    private final EventLog log;

    LoggedOfficers(EventLog log) {
        this.log = log;
    }

    @Override
    public CaseOfficersState officers(ApplicationId application) {
        CaseOfficersState state = new CaseOfficersState();
        for (Recorded recorded : log.readStream(CaseOfficersId.of(application).value())) {
            if (recorded.event() instanceof CaseOfficersEvent event) {
                state.on(event);
            }
        }
        return state;
    }

    @Override
    public Optional<WorkItemEvent.Opened> task(String workItem) {
        return log.readStream(workItem, 0, 1).stream()
                .map(Recorded::event)
                .filter(WorkItemEvent.Opened.class::isInstance)
                .map(WorkItemEvent.Opened.class::cast)
                .findFirst();
    }

    @Override
    public boolean standsIn(String deputy, String officer, LocalDate day) {
        AccountEvent.LeaveTaken leave = null;
        for (Recorded recorded : log.readStream(AccountId.of(officer).value())) {
            if (recorded.event() instanceof AccountEvent.LeaveTaken taken) {
                leave = taken;
            } else if (endsLeave(recorded.event())) {
                leave = null;
            }
        }
        return leave != null
                && deputy.equals(leave.deputy())
                && !day.isBefore(leave.first())
                && !day.isAfter(leave.last());
    }

    /** Other rights always do; of old only they themselves are in the log. */
    private static boolean endsLeave(Event event) {
        return event instanceof AccountEvent.LeaveEnded
                || event instanceof AccountEvent.RolesChanged
                || event instanceof AccountEvent.AdministratorGranted;
    }

    @Override
    public @Nullable Concern declared(String application, String account) {
        return officers(new ApplicationId(application)).declared(account);
    }

    @Override
    public void demandNone(String application, String account) {
        OfficersGate.demandUnconcerned(officers(new ApplicationId(application)), account);
    }

    @Override
    public Optional<String> before(String workItem, int assignment) {
        String holder = null;
        for (Recorded recorded : log.readStream(workItem, 0, assignment)) {
            if (recorded.event() instanceof WorkItemEvent.Claimed claimed) {
                holder = claimed.officer();
            } else if (recorded.event() instanceof WorkItemEvent.Assigned assigned) {
                holder = assigned.officer();
            } else if (recorded.event() instanceof WorkItemEvent.Released) {
                holder = null;
            }
        }
        return Optional.ofNullable(holder);
    }

    @Override
    public Map<String, Concern> concerned(String application) {
        return officers(new ApplicationId(application)).concerned();
    }
}
