package org.banshi.process.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWindow;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.jspecify.annotations.Nullable;

/** Answers commands with the events that the engine can cause, and fails on demand. */
public final class StandInDomain {

    public static final PersonId SUBJECT = new PersonId("stall-keeper");
    private static final RegionCode REGION = new RegionCode("440106");
    private static final Text TITLE = new Text("步骤", "Step");

    private final EventStore events;
    private final Map<Class<?>, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();
    private final List<Command> received = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable DueDate> lastDay = new AtomicReference<>();

    public StandInDomain(CommandBus bus, EventStore events) {
        this.events = events;
        for (Class<?> family :
                List.of(
                        ApplicationCommand.class,
                        SocialCommand.class,
                        BenefitCommand.class,
                        WorkItemCommand.class)) {
            for (Class<?> type : family.getPermittedSubclasses()) {
                bus.subscribe(type.getName(), message -> handle((Command) message.getPayload()));
            }
        }
    }

    /** From now on commands of this type fail. */
    public void fail(Class<? extends Command> type, Supplier<RuntimeException> failure) {
        failures.put(type, failure);
    }

    /** What it answers when a stage is rescheduled. */
    public void lastDay(@Nullable DueDate due) {
        lastDay.set(due);
    }

    public void mend() {
        failures.clear();
    }

    /** What arrived, whether it was committed or not. */
    public <C extends Command> List<C> received(Class<C> type) {
        return received.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The event by which an approval opens a benefit of this kind for {@link #SUBJECT}. */
    public void grant(ApplicationId application, Stamp stamp, FormData with) {
        publish(
                "application",
                application.value(),
                stamp,
                new ApplicationEvent.Granted(
                        application,
                        SUBJECT,
                        new ServiceVersion(MarketStall.SERVICE, 1),
                        REGION,
                        "benefit",
                        1,
                        with));
    }

    public static RefusedException refusal(String code) {
        return new RefusedException(
                Refusal.of(code, new Text("不可以", "No"), new Text("换一种", "Try another way")));
    }

    private @Nullable Object handle(Command command) {
        received.add(command);
        Supplier<RuntimeException> failure = failures.get(command.getClass());
        if (failure != null) {
            throw failure.get();
        }
        if (command instanceof WorkItemCommand item) {
            return workItem(item);
        }
        if (command instanceof BenefitCommand.Grant it) {
            publish("benefit", it.benefit().value(), it, granted(it));
            String days = it.certification();
            if (days != null) {
                CertificationWindow next =
                        CertificationWindow.of(days, it.stamp().day().getYear() + 1);
                publish(
                        "benefit",
                        it.benefit().value(),
                        it,
                        new BenefitEvent.CertificationSet(
                                it.benefit(), SUBJECT, next.opens(), next.until()));
            }
            return null;
        }
        if (command instanceof BenefitCommand it) {
            if (it instanceof BenefitCommand.LetCertificationTimePass) {
                LocalDate today = it.stamp().day();
                publish(
                        "benefit",
                        it.benefit().value(),
                        it,
                        new BenefitEvent.CertificationOpened(
                                it.benefit(), SUBJECT, today.plusYears(9)));
            }
            if (it instanceof BenefitCommand.FallDue) {
                publish("benefit", it.benefit().value(), it, fellDue(it.benefit()));
            }
            return null;
        }
        if (command instanceof SocialCommand.PostPublicNotice it) {
            DueDate until = new DueDate(it.stamp().day().plusDays(7), false);
            apply(
                    command,
                    it.application(),
                    new SocialEvent.PublicNoticePosted(
                            it.application(), SUBJECT, "", 1, null, it.stamp().day(), until));
            return until;
        }
        return application((ApplicationCommand) command);
    }

    private @Nullable Object application(ApplicationCommand command) {
        ApplicationId id = command.application();
        if (command instanceof ApplicationCommand.Apply it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.Applied(
                            id,
                            SUBJECT,
                            it.number(),
                            it.service(),
                            it.region(),
                            it.channel(),
                            it.details(),
                            it.form(),
                            it.materials(),
                            it.queryCode()));
        } else if (command instanceof ApplicationCommand.StartStage it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.StageStarted(
                            id, SUBJECT, it.step(), "town", REGION, it.stamp().day(), null));
            return new ApplicationCommand.Stage(it.step(), "town", REGION, null, TITLE);
        } else if (command instanceof ApplicationCommand.RescheduleStage it) {
            DueDate due = lastDay.get();
            if (!Objects.equals(due, told(id))) {
                apply(it, id, new ApplicationEvent.StageRescheduled(id, SUBJECT, it.step(), due));
            }
            return new ApplicationCommand.Stage(it.step(), "town", REGION, due, TITLE);
        } else if (command instanceof ApplicationCommand.Suspend it) {
            apply(it, id, new ApplicationEvent.Suspended(id, SUBJECT, it.reason()));
        } else if (command instanceof ApplicationCommand.Resume it) {
            apply(it, id, new ApplicationEvent.Resumed(id, SUBJECT, null));
        } else if (command instanceof ApplicationCommand.Accept it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.Accepted(id, SUBJECT, it.stamp().day(), null, it.note()));
        } else if (command instanceof ApplicationCommand.RefuseAcceptance it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.AcceptanceRefused(id, SUBJECT, it.reason(), List.of()));
        } else if (command instanceof ApplicationCommand.RequestSupplement it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.SupplementRequested(
                            id, SUBJECT, it.items(), it.reason(), null));
        } else if (command instanceof ApplicationCommand.Supplement it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.Supplemented(id, SUBJECT, it.changes(), it.materials()));
        } else if (command instanceof ApplicationCommand.CompleteStep it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.StepCompleted(
                            id, SUBJECT, it.step(), it.outcome(), it.opinion(), it.data()));
        } else if (command instanceof ApplicationCommand.Withdraw it) {
            apply(it, id, new ApplicationEvent.Withdrawn(id, SUBJECT, it.reason()));
        } else {
            return automatic(command, id);
        }
        return null;
    }

    private @Nullable Object automatic(ApplicationCommand command, ApplicationId id) {
        if (command instanceof ApplicationCommand.DecideByRule it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.RuleDecided(
                            id,
                            SUBJECT,
                            it.decision(),
                            new ServiceVersion(MarketStall.SERVICE, 1),
                            it.stamp().day(),
                            "free",
                            false,
                            FormData.empty(),
                            FormData.empty()));
            return new Decision("free", Map.of("fee", "0.00"), false);
        } else if (command instanceof ApplicationCommand.AskRegister it) {
            FormData about = new FormData(Map.of("name", "石秀英"));
            apply(
                    it,
                    id,
                    new ApplicationEvent.RegisterAsked(
                            id,
                            SUBJECT,
                            it.question(),
                            it.register(),
                            about,
                            Authority.of("authority-1")));
        } else if (command instanceof ApplicationCommand.RecordRegisterAnswer it) {
            if (has(id.value(), ApplicationEvent.RegisterAnswered.class)) {
                return null;
            }
            apply(
                    it,
                    id,
                    new ApplicationEvent.RegisterAnswered(
                            id, SUBJECT, it.question(), "trade", it.outcome(), it.answer()));
        } else if (command instanceof ApplicationCommand.Approve it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.Concluded(
                            id,
                            SUBJECT,
                            Conclusion.APPROVED,
                            null,
                            null,
                            FormData.empty(),
                            List.of()));
        } else if (command instanceof ApplicationCommand.RequestDelivery it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.DeliveryRequested(
                            id,
                            SUBJECT,
                            it.delivery(),
                            it.document(),
                            it.channel(),
                            "13800000000"));
        } else if (command instanceof ApplicationCommand.RecordDelivery it) {
            apply(
                    it,
                    id,
                    new ApplicationEvent.Delivered(
                            id,
                            SUBJECT,
                            it.delivery(),
                            "decision",
                            it.day(),
                            it.proof(),
                            List.of()));
        } else {
            throw new IllegalStateException("nothing stands in for " + command.getClass());
        }
        return null;
    }

    /** Who began the benefit is its first event's to say. */
    private BenefitEvent fellDue(BenefitId benefit) {
        BenefitEvent.Granted first =
                (BenefitEvent.Granted) events.readEvents(benefit.value()).next().getPayload();
        return new BenefitEvent.ReviewFellDue(
                benefit,
                SUBJECT,
                first.application(),
                REGION,
                first.kind(),
                1,
                ReviewCause.PERIODIC,
                first.monthlyAmount(),
                null,
                first.reviewBy());
    }

    private static BenefitEvent.Granted granted(BenefitCommand.Grant it) {
        return new BenefitEvent.Granted(
                it.benefit(),
                it.person(),
                it.application(),
                it.service(),
                it.region(),
                it.kind(),
                it.monthlyAmount(),
                it.firstMonth(),
                it.arrears(),
                null,
                it.members(),
                it.reviewEvery(),
                it.reviewEvery() == null
                        ? null
                        : new DueDate(it.stamp().day().plusMonths(it.reviewEvery()), false),
                it.reviewBy());
    }

    private @Nullable Object workItem(WorkItemCommand command) {
        String id = command.workItem();
        if (command instanceof WorkItemCommand.Open it) {
            publish(
                    "work-item",
                    id,
                    it,
                    new WorkItemEvent.Opened(
                            id,
                            it.application(),
                            it.service(),
                            it.step(),
                            it.body(),
                            it.region(),
                            it.due()));
        } else if (command instanceof WorkItemCommand.Reschedule it) {
            if (it.due() != null || has(id, WorkItemEvent.Rescheduled.class)) {
                publish("work-item", id, it, new WorkItemEvent.Rescheduled(id, it.due()));
            }
        } else if (command instanceof WorkItemCommand.Complete it) {
            Long expected = it.expectedVersion();
            if (expected != null
                    && !events.lastSequenceNumberFor(id).equals(Optional.of(expected))) {
                throw refusal("stale-version");
            }
            publish(
                    "work-item",
                    id,
                    it,
                    new WorkItemEvent.Completed(id, it.stamp().by().account(), it.outcome()));
        } else if (command instanceof WorkItemCommand.Cancel) {
            publish("work-item", id, command, new WorkItemEvent.Cancelled(id));
        } else if (command instanceof WorkItemCommand.Claim it) {
            publish("work-item", id, it, new WorkItemEvent.Claimed(id, it.stamp().by().account()));
        }
        return null;
    }

    private void apply(Command command, ApplicationId id, Event event) {
        publish("application", id.value(), command, event);
    }

    /** The last day that the case was told last; none at first. */
    private @Nullable DueDate told(ApplicationId id) {
        return events.readEvents(id.value())
                .asStream()
                .map(message -> (Object) message.getPayload())
                .filter(ApplicationEvent.StageRescheduled.class::isInstance)
                .map(it -> Optional.ofNullable(((ApplicationEvent.StageRescheduled) it).due()))
                .reduce(Optional.empty(), (earlier, later) -> later)
                .orElse(null);
    }

    private boolean has(String stream, Class<? extends Event> type) {
        return events.readEvents(stream)
                .asStream()
                .anyMatch(message -> type.isInstance(message.getPayload()));
    }

    private void publish(String type, String stream, Command command, Event event) {
        publish(type, stream, command.stamp(), event);
    }

    private void publish(String type, String stream, Stamp stamp, Event event) {
        long sequence = events.lastSequenceNumberFor(stream).map(n -> n + 1).orElse(0L);
        events.publish(
                new ArrayList<>(
                        List.of(
                                new GenericDomainEventMessage<>(
                                        type, stream, sequence, event, StampMetadata.of(stamp)))));
    }
}
