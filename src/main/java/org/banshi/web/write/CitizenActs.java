package org.banshi.web.write;

import java.util.List;
import java.util.Optional;
import org.banshi.app.casefile.CaseNumbers;
import org.banshi.app.casefile.Objections;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What citizens do with a case after it was filed. */
@Component
public class CitizenActs {

    private final Reads reads;
    private final Commands commands;
    private final Catalogue catalogue;
    private final Papers papers;
    private final CaseNumbers numbers;

    public CitizenActs(
            Reads reads,
            Commands commands,
            Catalogue catalogue,
            Papers papers,
            CaseNumbers numbers) {
        this.reads = reads;
        this.commands = commands;
        this.catalogue = catalogue;
        this.papers = papers;
        this.numbers = numbers;
    }

    /**
     * The caller's case of this number.
     *
     * @throws ProblemException when there is none that the caller may see
     */
    public Progress caseOf(SignedIn who, String number) {
        return reads.one(new FindProgress(number, who.scope()), Progress.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    /** The version of the item that the case pinned. */
    public ServiceDefinition definition(Progress found) {
        return catalogue
                .find(new ServiceVersion(found.service(), found.serviceVersion()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SERVICE));
    }

    public Written supplement(
            SignedIn who,
            Progress found,
            FormData changes,
            List<Filing.Paper> given,
            @Nullable RequestKey key) {
        PersonId person =
                Optional.ofNullable(who.scope().person())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
        List<Material> materials = papers.of(person, definition(found), given);
        return send(
                found,
                new ApplicationCommand.Supplement(
                        id(found), changes, materials, commands.stamp(who.actor())),
                key);
    }

    public Written withdraw(
            SignedIn who, Progress found, @Nullable String reason, @Nullable RequestKey key) {
        return send(
                found,
                new ApplicationCommand.Withdraw(id(found), reason, commands.stamp(who.actor())),
                key);
    }

    /** Asks that the case be kept from somebody near; see the command. */
    public Written protect(
            SignedIn who,
            Progress found,
            String reason,
            boolean ownPhone,
            @Nullable RequestKey key) {
        return send(
                found,
                new ApplicationCommand.Protect(
                        id(found), reason, ownPhone, commands.stamp(who.actor())),
                key);
    }

    public Written rate(
            SignedIn who,
            Progress found,
            int score,
            @Nullable String comment,
            @Nullable RequestKey key) {
        return send(
                found,
                new ApplicationCommand.Rate(id(found), score, comment, commands.stamp(who.actor())),
                key);
    }

    /**
     * Anybody may object while a notice is public; who did is hidden from the applicant.
     *
     * @throws ProblemException when nothing is on notice: the same for a number that is no case's
     */
    public Written object(SignedIn who, String number, String objection, @Nullable RequestKey key) {
        return commands.send(
                number,
                () -> {
                    PublicNotice notice =
                            reads.one(new FindPublicNotice(number), PublicNotice.class)
                                    .orElseThrow(CitizenActs::noNotice);
                    ApplicationId onNotice =
                            numbers.find(notice.number()).orElseThrow(CitizenActs::noNotice);
                    String family =
                            catalogue
                                    .current(notice.service())
                                    .orElseThrow(CitizenActs::noNotice)
                                    .family();
                    return Objections.against(
                            family, onNotice, objection, commands.stamp(who.actor()));
                },
                key);
    }

    /** Agrees with an assessment, or objects to it for {@code reason}: then it is made again. */
    public Written answerAssessment(
            SignedIn who, Progress found, @Nullable String reason, @Nullable RequestKey key) {
        Stamp stamp = commands.stamp(who.actor());
        return send(
                found,
                reason == null
                        ? new DisabilityCommand.AcceptAssessment(id(found), stamp)
                        : new DisabilityCommand.DisputeAssessment(id(found), reason, stamp),
                key);
    }

    private static ProblemException noNotice() {
        return ProblemException.of(ProblemKind.NOTICE_NOT_FOUND);
    }

    private Written send(Progress found, Command command, @Nullable RequestKey key) {
        return commands.send(found.application(), command, key);
    }

    private static ApplicationId id(Progress found) {
        return new ApplicationId(found.application());
    }
}
