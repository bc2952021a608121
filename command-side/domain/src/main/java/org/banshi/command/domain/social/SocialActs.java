package org.banshi.command.domain.social;

import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.lifecycle.AllowedActs;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/** The member of an application that takes the acts of social assistance. */
public final class SocialActs {

    private final SocialCase application;
    private final SocialState state = new SocialState();

    public SocialActs(SocialCase application) {
        this.application = application;
    }

    /** What the family knows of the case. */
    public SocialState state() {
        return state;
    }

    /** Whether {@code definition} is an item of this family. */
    public static boolean concerns(ServiceDefinition definition) {
        return definition.family().equals(SocialWords.FAMILY);
    }

    @CommandHandler
    void handle(SocialCommand.RecordInformationCheck command, Catalogue catalogue) {
        decide(command, catalogue, it -> SocialDecider.informationCheck(application, command));
    }

    @CommandHandler
    void handle(SocialCommand.RecordHomeVisit command, Catalogue catalogue) {
        decide(command, catalogue, it -> SocialDecider.homeVisit(application, command));
    }

    @CommandHandler
    void handle(SocialCommand.GiveOpinion command, Catalogue catalogue) {
        decide(command, catalogue, it -> SocialDecider.opinion(application, state, command));
    }

    /** Answers whether the case was drawn; the process looks at its outcome. */
    @CommandHandler
    Decision handle(SocialCommand.DrawSpotCheck command, Catalogue catalogue) {
        decide(command, catalogue, it -> SocialDecider.drawSpotCheck(application, command));
        boolean drawn = command.lot().drawn(command.percent());
        return new Decision(drawn ? SocialWords.DRAWN : SocialWords.SPARED, Map.of(), false);
    }

    /** Answers the last day of the notice, at whose end the process goes on. */
    @CommandHandler
    DueDate handle(SocialCommand.PostPublicNotice command, Catalogue catalogue) {
        DueDate until =
                SocialDecider.noticeUntil(
                        application,
                        state,
                        command.stamp().day(),
                        catalogue.reference().calendar());
        decide(
                command,
                catalogue,
                it -> SocialDecider.postNotice(application, state, command, until));
        return until;
    }

    @CommandHandler
    void handle(SocialCommand.RaiseObjection command, Catalogue catalogue) {
        decide(command, catalogue, it -> SocialDecider.raiseObjection(application, state, command));
    }

    @CommandHandler
    void handle(SocialCommand.ResolveObjection command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> SocialDecider.resolveObjection(application, state, command));
    }

    @CommandHandler
    void handle(SocialCommand.EndPublicNotice command, Catalogue catalogue) {
        decide(command, catalogue, it -> SocialDecider.endNotice(application, state, command));
    }

    @CommandHandler
    void handle(
            SocialCommand.Confirm command,
            Catalogue catalogue,
            RunningBenefits running,
            PartyKeys keys) {
        decide(
                command,
                catalogue,
                it -> SocialDecider.confirm(application, state, command, it, running, keys));
    }

    @EventSourcingHandler
    void on(SocialEvent event, MetaData metadata) {
        state.on(event, StampMetadata.from(metadata).by());
    }

    private void decide(
            SocialCommand command,
            Catalogue catalogue,
            Function<ServiceDefinition, Verdict> decider) {
        ServiceDefinition definition =
                catalogue
                        .find(application.service())
                        .filter(SocialActs::concerns)
                        .orElseThrow(() -> new RefusedException(SocialRefusals.NOT_SOCIAL));
        Verdict verdict =
                AllowedActs.gate(application.status(), application.subject(), command)
                        .orElseGet(() -> decider.apply(definition));
        Recording.record(verdict, command.stamp());
    }
}
