package org.banshi.app.scenario;

import java.time.Duration;
import java.util.List;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;

/**
 * Plays the actions of a scenario on whatever it stands for: the command bus, or a server over
 * HTTP.
 */
public interface Player {

    void apply(Action.Apply action) throws Exception;

    void complete(Action.Complete action) throws Exception;

    void supplement(Action.Supplement action) throws Exception;

    /** Time goes on by {@code by}, counted from the action before. */
    void advance(Action.AdvanceTo action, Duration by) throws Exception;

    void beside(Action.Beside action) throws Exception;

    void object(Action.Raise action) throws Exception;

    void answer(Action.Answer action) throws Exception;

    void withdraw(Action.Withdraw action) throws Exception;

    void terminate(Action.Terminate action) throws Exception;

    void rate(Action.Rate action) throws Exception;

    /** Plays {@code actions} of {@code scenario}, in order. */
    default void play(Scenario scenario, List<Action> actions) throws Exception {
        for (Action action : actions) {
            if (action instanceof Action.Apply apply) {
                apply(apply);
            } else if (action instanceof Action.Complete complete) {
                complete(complete);
            } else if (action instanceof Action.Supplement supplement) {
                supplement(supplement);
            } else if (action instanceof Action.AdvanceTo advance) {
                advance(advance, Duration.between(timeBefore(scenario, action), advance.time()));
            } else if (action instanceof Action.Beside beside) {
                beside(beside);
            } else if (action instanceof Action.Raise raise) {
                object(raise);
            } else if (action instanceof Action.Answer answer) {
                answer(answer);
            } else if (action instanceof Action.Withdraw withdraw) {
                withdraw(withdraw);
            } else if (action instanceof Action.Terminate terminate) {
                terminate(terminate);
            } else if (action instanceof Action.Rate rate) {
                rate(rate);
            } else {
                throw new IllegalStateException("no way to play " + action.getClass());
            }
        }
    }

    private static java.time.Instant timeBefore(Scenario scenario, Action action) {
        java.time.Instant time = scenario.clock();
        for (Action earlier : scenario.actions()) {
            if (earlier == action) {
                return time;
            }
            if (earlier instanceof Action.AdvanceTo advance) {
                time = advance.time();
            }
        }
        throw new IllegalArgumentException("not an action of this scenario");
    }
}
