package org.banshi.web.write;

import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.process.incident.Incidents;
import org.banshi.query.contract.worklist.FindIncident;
import org.banshi.query.contract.worklist.FindIncidents;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What supervisors do about failed steps. */
@Component
public class IncidentActs {

    private final Reads reads;
    private final Commands commands;
    private final Incidents incidents;

    public IncidentActs(Reads reads, Commands commands, Incidents incidents) {
        this.reads = reads;
        this.commands = commands;
        this.incidents = incidents;
    }

    public List<IncidentRow> list(SignedIn who) {
        return reads.list(new FindIncidents(who.scope()), IncidentRow.class);
    }

    /**
     * Another round of retries.
     *
     * @throws ProblemException when there is no such incident in the caller's scope (any more)
     */
    public Written retry(SignedIn who, String id, @Nullable RequestKey key) {
        return commands.carryOut(
                id,
                key,
                request -> {
                    boolean known =
                            reads.one(new FindIncident(id, who.scope()), IncidentRow.class)
                                    .isPresent();
                    if (!known || !incidents.retry(id, commands.stamp(who.actor()), request)) {
                        throw ProblemException.of(ProblemKind.NOT_FOUND);
                    }
                });
    }
}
