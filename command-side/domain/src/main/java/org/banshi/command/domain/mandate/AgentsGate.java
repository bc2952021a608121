package org.banshi.command.domain.mandate;

import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateCommand;
import org.banshi.command.contract.mandate.Mandates;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.lifecycle.CommandedCase;
import org.jspecify.annotations.Nullable;

/**
 * Every command of somebody who acts for another comes by here, whichever way it was sent: without
 * a mandate that covers the item, the act and the day it is refused before any aggregate sees it.
 */
public final class AgentsGate implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Mandates mandates;
    private final Cases cases;
    private final Predicate<String> ownLoginOnly;
    private final Dangers dangers;

    /**
     * @param ownLoginOnly items in which nobody does anything for another (仅限本人办理)
     */
    public AgentsGate(
            Mandates mandates, Cases cases, Predicate<String> ownLoginOnly, Dangers dangers) {
        this.mandates = mandates;
        this.cases = cases;
        this.ownLoginOnly = ownLoginOnly;
        this.dangers = dangers;
    }

    /** Who is protected from somebody near, who may be the one that acts for them. */
    public interface Dangers {

        /** In any of their cases. */
        boolean threaten(PersonId person);

        /** In this one. */
        boolean threaten(PersonId person, ApplicationId application);
    }

    /** Which item a case is of. */
    @FunctionalInterface
    public interface Cases {

        /** Empty where there is no such case. */
        Optional<String> service(ApplicationId application);
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        if (work.getMessage().getPayload() instanceof Command command) {
            Actor by = command.stamp().by();
            PersonId grantor = by.onBehalfOf();
            PersonId agent = by.person();
            if (by.kind() == Actor.Kind.CITIZEN
                    && grantor != null
                    && !mayAct(command, grantor, agent)) {
                throw new RefusedException(MandateRefusals.NO_MANDATE);
            }
        }
        return chain.proceed();
    }

    private boolean mayAct(Command command, PersonId grantor, @Nullable PersonId agent) {
        if (agent == null
                || command instanceof MandateCommand
                || command instanceof OrganisationCommand) {
            return false;
        }
        if (inDanger(command, grantor)) {
            return false;
        }
        if (command instanceof BenefitCommand
                && mandates.isGuardian(grantor, agent, command.stamp().day())) {
            return true;
        }
        String service = service(command);
        // Whoever applies is told why by the application itself.
        if (service != null
                && !(command instanceof ApplicationCommand.Apply)
                && ownLoginOnly.test(service)) {
            return false;
        }
        return mandates.find(grantor, agent)
                .filter(terms -> terms.cover(service, act(command), command.stamp().day()))
                .isPresent();
    }

    /** A case says itself why it takes no agent; a new one may be begun by anybody. */
    private boolean inDanger(Command command, PersonId grantor) {
        if (command instanceof ApplicationCommand) {
            return false;
        }
        ApplicationId application = CommandedCase.of(command);
        return application == null
                ? dangers.threaten(grantor)
                : dangers.threaten(grantor, application);
    }

    private @Nullable String service(Command command) {
        if (command instanceof ApplicationCommand.Apply apply) {
            return apply.service().service();
        }
        ApplicationId application = CommandedCase.of(command);
        return application == null ? null : cases.service(application).orElse(null);
    }

    private static MandateAct act(Command command) {
        if (command instanceof ApplicationCommand.Apply
                || command instanceof ApplicationCommand.Supplement) {
            return MandateAct.FILE;
        }
        return command instanceof ApplicationCommand.Withdraw
                ? MandateAct.WITHDRAW
                : MandateAct.ANSWER;
    }
}
