package org.banshi.app.demo;

import java.time.Duration;
import java.util.Optional;

/** Waits for what comes by itself, asking again and again, but not for ever. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /** A question that may have no answer yet. */
    interface Question<T> {
        Optional<T> ask() throws SurpriseException;
    }

    static <T> T until(Duration atMost, String what, Question<T> question)
            throws SurpriseException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new SurpriseException("waited in vain for " + what);
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SurpriseException("interrupted while waiting for " + what);
            }
        }
    }
}
