package org.banshi.process.policy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.banshi.catalogue.OpenedCommands;
import org.banshi.catalogue.OpenedCommands.Opened;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.task.ActCommands;

/**
 * An approval opens what its package says: the command of that kind is built from what the case
 * granted. Families add commands, not policies.
 */
public final class WhenGrantedThenOpen implements Policy {

    /** Name of the policy. */
    public static final String NAME = "when-granted-then-open";

    private final ActCommands commands;

    public WhenGrantedThenOpen(ActCommands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        return event instanceof Granted granted ? List.of(open(granted, stamp)) : List.of();
    }

    /** Throws {@link IllegalStateException} when no command bears the kind: the reader parks it. */
    private Command open(Granted granted, Stamp stamp) {
        Opened opened =
                OpenedCommands.find(granted.kind())
                        .orElseThrow(
                                () -> new IllegalStateException("nothing is " + granted.kind()));
        Map<String, Object> given = new HashMap<>();
        given.put("application", granted.application());
        given.put("person", granted.subject());
        given.put("service", granted.service());
        given.put("region", granted.region());
        given.put("stamp", stamp);
        if (opened.begins()) {
            given.put(opened.target().getName(), commands.read(opened.target(), idOf(granted)));
        }
        return commands.build(opened.command(), "", given, granted.with());
    }

    /** The same for the same grant, whoever computes it. */
    private static String idOf(Granted granted) {
        String name = granted.application() + "/" + granted.serial();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
