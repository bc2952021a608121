package org.banshi.web.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.casefile.CaseNumbers;
import org.banshi.app.casefile.Guesses;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.person.PersonId;
import org.banshi.process.policy.Residents;
import org.banshi.process.task.ActCommands;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.banshi.query.contract.dispute.FindDispute;
import org.banshi.query.contract.dispute.FindDocket;
import org.banshi.query.contract.dispute.FindParties;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What parties see of their disputes, and what they and officers do beside the tasks. */
@Component
public class DisputeActs {

    /** The act by which an account takes a seat with the code on its papers. */
    static final String ACCESS = "arbitration.access";

    private final Papers kept;
    private final Reads reads;
    private final Commands commands;
    private final ActCommands acts;
    private final CaseNumbers numbers;
    private final OfficerActs officers;
    private final PartyKeys keys;
    private final Guesses guesses;

    private final Residents residents;

    public DisputeActs(
            Papers kept,
            Reads reads,
            Commands commands,
            ActCommands acts,
            CaseNumbers numbers,
            OfficerActs officers,
            PartyKeys keys,
            Guesses guesses,
            Residents residents) {
        this.residents = residents;
        this.guesses = guesses;
        this.kept = kept;
        this.reads = reads;
        this.commands = commands;
        this.acts = acts;
        this.numbers = numbers;
        this.officers = officers;
        this.keys = keys;
    }

    /** The disputes in which the caller takes part. */
    public List<Seat> seats(SignedIn who) {
        return reads.list(new FindSeats(who.scope()), Seat.class);
    }

    /**
     * The dispute from the caller's seat.
     *
     * @throws ProblemException when the caller has none in it
     */
    public Dispute dispute(SignedIn who, String number) {
        return reads.one(new FindDispute(number, who.scope()), Dispute.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    /** A party with the code that is printed on its papers. */
    public record Addressee(Dispute.Party party, String code) {}

    /**
     * Everybody on whom papers are served.
     *
     * @throws ProblemException when the case is none of the caller's office
     */
    public List<Addressee> addressees(@Nullable SignedIn caller, String number) {
        Progress found = officers.caseOf(caller, number);
        SignedIn who = Access.require(caller, Role.OFFICER);
        ApplicationId application = new ApplicationId(found.application());
        return reads.list(new FindParties(number, who.scope()), Dispute.Party.class).stream()
                .map(party -> new Addressee(party, keys.code(application, party.key())))
                .toList();
    }

    /**
     * Does an act beside the tasks, as officer or as party; which party may, the domain says.
     *
     * @throws ProblemException when there is no such act or case
     */
    public Written beside(
            SignedIn who,
            String number,
            String act,
            String outcome,
            FormData data,
            @Nullable RequestKey key) {
        boolean known =
                // The class of that name in this package is about tasks.
                org.banshi.catalogue.TaskActs.find(act, outcome)
                        .filter(found -> found.beside())
                        .isPresent();
        if (!known) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        boolean guessed = act.equals(ACCESS) && !who.scope().has(Role.OFFICER);
        if (guessed) {
            // Counted for the account and the case: nobody can lock another out.
            guesses.guess(who.account(), number);
        }
        ApplicationId application = application(who, number);
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("application", application);
        given.put("stamp", commands.stamp(who.actor()));
        // Who goes on with a case is whoever is registered with the number, and nobody one picks.
        given.put("successor", registered(data.values().get("identityNumber")));
        Written written =
                commands.send(application.value(), acts.build(act, outcome, given, data), key);
        if (guessed) {
            guesses.opened(who.account(), number);
        }
        return written;
    }

    /**
     * What of a dispute waits for the committee.
     *
     * @throws ProblemException when the case is none of the caller's office, or no dispute
     */
    public Docket docket(@Nullable SignedIn caller, String number) {
        officers.caseOf(caller, number);
        SignedIn who = Access.require(caller, Role.OFFICER);
        return reads.one(new FindDocket(number, who.scope()), Docket.class)
                .filter(docket -> !docket.parties().isEmpty())
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    /**
     * Files a party's own papers as evidence.
     *
     * @param papers ids of papers that the caller uploaded
     * @throws ProblemException when one is unknown or somebody else's
     */
    public Written fileEvidence(
            SignedIn who,
            String number,
            List<String> papers,
            String proves,
            @Nullable RequestKey key) {
        Dispute dispute = dispute(who, number);
        PersonId person =
                Optional.ofNullable(who.scope().person())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
        ApplicationId application = application(who, number);
        List<Material> materials = kept.evidence(person, papers);
        return commands.send(
                application.value(),
                new ArbitrationCommand.FileEvidence(
                        application,
                        dispute.party(),
                        materials,
                        proves,
                        commands.stamp(who.actor())),
                key);
    }

    private @Nullable PersonId registered(@Nullable Object identityNumber) {
        return identityNumber instanceof String number ? residents.find(number).orElse(null) : null;
    }

    private ApplicationId application(SignedIn who, String number) {
        return who.scope().has(Role.OFFICER)
                ? new ApplicationId(officers.caseOf(who, number).application())
                : numbers.find(number)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }
}
