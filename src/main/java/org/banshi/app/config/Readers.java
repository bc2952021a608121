package org.banshi.app.config;

import java.util.List;
import org.banshi.app.platform.Phases;
import org.banshi.eventstore.Subscription;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.projection.ReadModels;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts everything that reads the log, once the packages are published. */
@Component
class Readers implements SmartLifecycle {

    private final Subscriptions subscriptions;
    private final List<Subscription> reactions;
    private final ReadModels models;
    private volatile boolean running;

    Readers(Subscriptions subscriptions, List<Subscription> reactions, ReadModels models) {
        this.subscriptions = subscriptions;
        this.reactions = reactions;
        this.models = models;
    }

    @Override
    public void start() {
        models.projections().forEach(subscriptions::register);
        reactions.forEach(subscriptions::register);
        subscriptions.start();
        running = true;
    }

    @Override
    public void stop() {
        subscriptions.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.READERS;
    }
}
