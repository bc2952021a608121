package org.banshi.process.policy;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;

/**
 * A rule of the kind "whenever this has happened, that follows": an application was granted, so a
 * benefit begins. It holds no state; what it needs stands in the event.
 *
 * <p>Its commands take effect exactly once: with the reader's token, in one transaction.
 */
public interface Policy {

    /** Stable name, kebab-case; the account in the stamp of what follows. */
    String name();

    /** The kinds of event from which something can follow; it is not asked about others. */
    Set<Class<? extends Event>> causes();

    /**
     * What follows from {@code event}, in order; nothing from most.
     *
     * @param stamp of what follows: in business time together with the event, by this policy
     */
    List<Command> follows(Event event, Stamp stamp);
}
