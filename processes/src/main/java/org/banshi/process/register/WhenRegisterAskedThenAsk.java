package org.banshi.process.register;

import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.errand.CaseStory;
import org.banshi.process.errand.Errand;
import org.banshi.process.errand.TicketWriter.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Asks another body's records when a case asks, and records the answer. A register that fails is
 * asked again twice; then the case goes on without an answer, and a person looks at it.
 */
public final class WhenRegisterAskedThenAsk implements Errand {

    /** Name of the reader and of the actor. */
    public static final String NAME = "when-register-asked-then-ask";

    private static final int ATTEMPTS = 3;

    private final RegisterPort register;
    private final CaseStory story;
    private final CommandGateway commands;
    private final BusinessClock clock;

    public WhenRegisterAskedThenAsk(
            RegisterPort register, CaseStory story, CommandGateway commands, BusinessClock clock) {
        this.register = register;
        this.story = story;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public void run(Ticket ticket) {
        Optional<RegisterAsked> asked =
                story.last(
                        ticket.application(),
                        RegisterAsked.class,
                        it -> key(it).equals(ticket.key()));
        asked.ifPresent(
                question -> {
                    RegisterPort.Answer answer = ask(question, ticket.attempt());
                    commands.sendAndWait(
                            new ApplicationCommand.RecordRegisterAnswer(
                                    ticket.application(),
                                    question.question(),
                                    question.member(),
                                    answer.outcome(),
                                    answer.data(),
                                    new Stamp(clock.now(), Actor.system(NAME))));
                });
    }

    /** What could be asked only after the authority has ended is not asked any more. */
    private RegisterPort.Answer ask(RegisterAsked question, int attempt) {
        if (!question.authority().holdsOn(clock.today())) {
            return new RegisterPort.Answer(RegisterOutcome.NO_ANSWER, FormData.empty());
        }
        try {
            return register.ask(question);
        } catch (RuntimeException e) {
            if (attempt < ATTEMPTS) {
                throw e;
            }
            return new RegisterPort.Answer(RegisterOutcome.NO_ANSWER, FormData.empty());
        }
    }

    /** What asks a register: a question in the log. */
    public static @Nullable Wanted wanted(Event event) {
        return event instanceof RegisterAsked asked
                ? new Wanted(asked.application(), key(asked))
                : null;
    }

    private static String key(RegisterAsked asked) {
        return asked.member() == null ? asked.question() : asked.question() + "/" + asked.member();
    }
}
