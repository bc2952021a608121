package org.banshi.app.config;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.codec.Upcaster;

/** Every story that the log can tell. */
public final class Stories {

    public static final EventTypes EVENTS =
            EventTypes.of(
                    List.of(
                            ApplicationEvent.class,
                            SocialEvent.class,
                            WorkItemEvent.class,
                            ServiceItemEvent.class,
                            ClockEvent.class,
                            EngineEvent.class));

    /** Lift what older programs stored. */
    public static final List<Upcaster> UPCASTERS =
            List.of(
                    // The proof is personal since revision 2; what is in clear reads the same.
                    new Upcaster("application.delivered", 1, Set.of(), UnaryOperator.identity()));

    private Stories() {}
}
