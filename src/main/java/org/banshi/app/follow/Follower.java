package org.banshi.app.follow;

import org.banshi.eventstore.Recorded;

/** Keeps something in a node's memory in step with the log. */
public interface Follower {

    /** Takes the next event that every node must know. Not wanted ones are passed over. */
    void take(Recorded event);
}
