package org.banshi.process.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.codec.Interest;
import org.banshi.process.work.RootWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The policies' reader of the log. Token, notes and all that follows are one transaction (lane B).
 * What a policy's command is refused parks the event: an operator sees it, and can try again.
 */
public final class PolicySubscription implements Subscription {

    /** Key of the reader's token. */
    public static final String NAME = "policies";

    private final RootWork root;
    private final JdbcClient jdbc;
    private final CommandGateway commands;
    private final List<Policy> policies;
    private final Interest interest;

    public PolicySubscription(
            RootWork root, JdbcClient jdbc, CommandGateway commands, List<Policy> policies) {
        this.root = root;
        this.jdbc = jdbc;
        this.commands = commands;
        this.policies = List.copyOf(policies);
        this.interest =
                Interest.in(
                        policies.stream()
                                .flatMap(policy -> policy.causes().stream())
                                .collect(Collectors.toSet()));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Most events lead to nothing; one that fails takes the others of its batch back with it. */
    @Override
    public int batchSize() {
        return 200;
    }

    @Override
    public Interest interest() {
        return interest;
    }

    @Override
    public void surround(Runnable transaction) {
        root.run(
                () -> {
                    transaction.run();
                    return transaction;
                });
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded recorded : batch) {
            policies.stream()
                    .filter(policy -> policy.causes().contains(recorded.event().getClass()))
                    .forEach(policy -> apply(policy, recorded));
        }
    }

    private void apply(Policy policy, Recorded recorded) {
        Stamp stamp = new Stamp(recorded.stamp().at(), Actor.system(policy.name()));
        List<Command> following = policy.follows(recorded.event(), stamp);
        if (!following.isEmpty() && isFirstTime(policy, recorded.position())) {
            following.forEach(commands::sendAndWait);
        }
    }

    /** A reader that is reset does nothing twice. */
    private boolean isFirstTime(Policy policy, long position) {
        return jdbc.sql(
                                """
                                INSERT INTO process_policy (position, policy) VALUES (?, ?)
                                ON CONFLICT DO NOTHING""")
                        .params(position, policy.name())
                        .update()
                == 1;
    }
}
