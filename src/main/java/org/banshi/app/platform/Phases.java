package org.banshi.app.platform;

/**
 * The order of the start; the end goes backwards. The web server comes after all of these, and then
 * the errands and the engine's jobs.
 */
public final class Phases {

    /** What every node must know: the business clock, the published items. */
    public static final int FOLLOW = -300;

    /** New packages are published. */
    public static final int PUBLISH = -200;

    /** Projections and reactions read the log. */
    public static final int READERS = -100;

    private Phases() {}
}
