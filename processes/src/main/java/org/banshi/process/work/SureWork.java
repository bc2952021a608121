package org.banshi.process.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.text.Text;

/** Root work whose end somebody waits for: it is repeated when it lost a race. */
public final class SureWork {

    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Refusal BUSY =
            Refusal.of(
                    "changed-meanwhile",
                    new Text(
                            "此事项正在被他人办理，您的操作没有生效。",
                            "Somebody else is working on this case; nothing of yours was changed."),
                    new Text("请稍候再试。", "Try again in a moment."));

    private final RootWork root;

    public SureWork(RootWork root) {
        this.root = root;
    }

    /**
     * Runs {@code work} in a root unit of work on behalf of {@code stamp}.
     *
     * @param request metadata of the request, such as its idempotency key
     * @throws RefusedException {@code changed-meanwhile} when it lost every race
     * @throws CaseBusyException when somebody else did not let go of the case
     */
    public void run(Stamp stamp, Map<String, String> request, Runnable work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                root.run(
                        stamp,
                        request,
                        () -> {
                            work.run();
                            return stamp;
                        });
                return;
            } catch (CaseBusyException e) {
                // It has waited long enough.
                throw e;
            } catch (RuntimeException e) {
                if (!Conflicts.isConflict(e)) {
                    throw e;
                }
                pause(PAUSE.multipliedBy(attempt));
            }
        }
        throw new RefusedException(BUSY);
    }

    /** A little while, never the same for two who met in a race. */
    private static void pause(Duration atMost) {
        long nanos = atMost.toNanos();
        LockSupport.parkNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2));
    }
}
