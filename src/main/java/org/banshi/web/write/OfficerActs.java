package org.banshi.web.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.process.policy.Residents;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers do with a case beside its tasks. */
@Component
public class OfficerActs {

    /** More than there ever are at once. */
    private static final int TASKS_OF_A_CASE = 50;

    private final Reads reads;
    private final Commands commands;

    private final Residents residents;

    public OfficerActs(Reads reads, Commands commands, Residents residents) {
        this.reads = reads;
        this.commands = commands;
        this.residents = residents;
    }

    /**
     * The case of this number, as far as the caller's office reaches. Other roles of the account
     * count for nothing here: an officer does not act on the own application by being its citizen.
     *
     * @throws ProblemException when the caller is no officer, or the case is none of the office
     */
    public Progress caseOf(@Nullable SignedIn caller, String number) {
        Scope scope = Access.require(caller, Role.OFFICER).scope();
        Scope office =
                new Scope(
                        scope.account(), null, Set.of(Role.OFFICER), scope.body(), scope.region());
        return reads.one(new FindProgress(number, office), Progress.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    /**
     * The case of this number, to look at.
     *
     * @throws ProblemException when there is none that the caller may see
     */
    public Progress seen(SignedIn who, String number) {
        return reads.one(new FindProgress(number, who.scope()), Progress.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    /** 终止: the examination ends without a decision. */
    public Written terminate(
            SignedIn who,
            Progress found,
            String reason,
            @Nullable Long expected,
            @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.Terminate(
                        id(found), reason, expected, commands.stamp(who.actor())),
                key);
    }

    /** 内部备注: for colleagues, never for the applicant. */
    public Written comment(SignedIn who, Progress found, String comment, @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.Comment(id(found), comment, commands.stamp(who.actor())),
                key);
    }

    /** 张贴证明: a photograph of the public notice where it hung. */
    public Written provePosting(
            SignedIn who,
            ApplicationId application,
            Material photo,
            String place,
            LocalDate day,
            @Nullable RequestKey key) {
        return commands.send(
                application.value(),
                new ApplicationCommand.ProvePosting(
                        application, photo, place, day, commands.stamp(who.actor())),
                key);
    }

    /**
     * 利害关系声明: whoever is concerned does nothing in the case any more, also not as who oversees it,
     * and gives back what tasks of it they hold.
     *
     * @throws ProblemException 503 when what they hold is not known yet; the same again gives it
     *     back
     */
    public Written declare(SignedIn who, Progress found, Concern concern) {
        CaseOfficersId officers = CaseOfficersId.of(id(found));
        Written written =
                commands.send(
                        officers.value(),
                        new CaseOfficersCommand.Declare(
                                officers, concern, commands.stamp(who.actor())),
                        null);
        if (concern == Concern.NONE) {
            return written;
        }
        // A task that was taken a moment ago, too.
        reads.after(written.position(), View.WORK_LIST);
        return givenBack(who, found).orElse(written);
    }

    /** Empty where there was none. */
    private Optional<Written> givenBack(SignedIn who, Progress found) {
        FindWorkItems mine =
                new FindWorkItems(
                        who.scope(),
                        "mine",
                        null,
                        null,
                        null,
                        null,
                        found.number(),
                        null,
                        null,
                        false,
                        List.of(),
                        "due",
                        null,
                        TASKS_OF_A_CASE);
        Optional<Written> last = Optional.empty();
        for (WorkItemRow task : reads.<WorkItemRow>page(mine).rows()) {
            last =
                    Optional.of(
                            commands.send(
                                    task.workItem(),
                                    new WorkItemCommand.Release(
                                            task.workItem(), commands.stamp(who.actor())),
                                    null));
        }
        return last;
    }

    /** 中止: the clock stops. */
    public Written suspend(
            SignedIn who,
            Progress found,
            String reason,
            @Nullable Long expected,
            @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.Suspend(
                        id(found), reason, expected, commands.stamp(who.actor())),
                key);
    }

    /** 恢复: the clock goes on. */
    public Written resume(
            SignedIn who, Progress found, @Nullable Long expected, @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.Resume(id(found), expected, commands.stamp(who.actor())),
                key);
    }

    /** Keeps the case from whoever the applicant fears; see the command. */
    public Written protect(
            SignedIn who,
            Progress found,
            String reason,
            boolean ownPhone,
            @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.Protect(
                        id(found), reason, ownPhone, commands.stamp(who.actor())),
                key);
    }

    /** The danger is over. */
    public Written liftProtection(
            SignedIn who, Progress found, String reason, @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.LiftProtection(
                        id(found), reason, commands.stamp(who.actor())),
                key);
    }

    /** The applicant died, as was checked: nothing is sent to their phone any more. */
    public Written recordDeath(
            SignedIn who, Progress found, String reason, @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.RecordDeath(id(found), reason, commands.stamp(who.actor())),
                key);
    }

    /** The applicant lives. */
    public Written refuteDeath(
            SignedIn who, Progress found, String reason, @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.RefuteDeath(id(found), reason, commands.stamp(who.actor())),
                key);
    }

    /** An heir, or somebody of the household, goes on with the case. */
    public Written carryOn(SignedIn who, Progress found, Successor by, @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.CarryOn(
                        id(found),
                        residents.find(by.identityNumber()).orElse(null),
                        by.name(),
                        by.identityNumber(),
                        by.phone(),
                        by.relation(),
                        commands.stamp(who.actor())),
                key);
    }

    /**
     * Who goes on.
     *
     * @param relation to the applicant who died
     */
    public record Successor(String name, String identityNumber, String phone, String relation) {

        /** Whether something is left out. */
        public boolean isIncomplete() {
            return name.isEmpty()
                    || identityNumber.isEmpty()
                    || phone.isEmpty()
                    || relation.isEmpty();
        }

        /** Personal by nature: never prints its values. */
        @Override
        public String toString() {
            return "Successor[...]";
        }
    }

    /** 送达: a document reached the applicant by post, at the window or in person. */
    public Written deliver(
            SignedIn who,
            Progress found,
            Service service,
            @Nullable Long expected,
            @Nullable RequestKey key) {
        return commands.send(
                found.application(),
                new ApplicationCommand.RecordDelivery(
                        id(found),
                        service.delivery(),
                        service.day(),
                        service.way().word(),
                        service.proof(),
                        expected,
                        commands.stamp(who.actor())),
                key);
    }

    /**
     * How an officer served a document.
     *
     * @param proof number of the receipt, or id of the paper that proves it
     */
    public record Service(String delivery, LocalDate day, ServiceWay way, String proof) {}

    private static ApplicationId id(Progress found) {
        return new ApplicationId(found.application());
    }
}
