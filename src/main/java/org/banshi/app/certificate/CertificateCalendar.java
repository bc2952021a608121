package org.banshi.app.certificate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.platform.Phases;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.query.contract.certificate.FindTimelyCertificates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets time pass for the certificates whose day has come: they expire, are frozen or cancelled.
 * What is due is decided by each certificate, once; several nodes may ask at the same time.
 */
@Component
public class CertificateCalendar implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateCalendar.class);

    private static final Actor CALENDAR = Actor.system("certificate-calendar");
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Certificates a turn; the others have theirs at the next. */
    private static final int A_TURN = 200;

    private final QueryGateway queries;
    private final CommandGateway commands;
    private final BusinessClock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    public CertificateCalendar(QueryGateway queries, CommandGateway commands, BusinessClock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread thread = new Thread(work, "certificate-calendar");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.scheduleWithFixedDelay(
                this::turnQuietly, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        timer = executor;
    }

    private void turnQuietly() {
        try {
            turn();
        } catch (RuntimeException failed) {
            // An exception that escaped would end the timer.
            LOG.warn("cannot look for certificates: {}", failed.getClass().getName());
        }
    }

    /** Asks every certificate whose day has come; one that fails does not hold up the others. */
    void turn() {
        List<CertificateId> due =
                queries.query(
                                new FindTimelyCertificates(clock.today(), A_TURN),
                                ResponseTypes.multipleInstancesOf(CertificateId.class))
                        .join();
        for (CertificateId certificate : due) {
            try {
                commands.sendAndWait(
                        new CertificateCommand.LetTimePass(
                                certificate, new Stamp(clock.now(), CALENDAR)));
            } catch (RuntimeException failed) {
                LOG.warn(
                        "no time passes for certificate {}: {}",
                        certificate,
                        failed.getClass().getName());
            }
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** After the readers of the log, and stopped before them. */
    @Override
    public int getPhase() {
        return Phases.READERS + 1;
    }
}
