package org.banshi.app.audit.run;

/** Somebody wanted a run to end. */
public final class RunCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RunCancelledException() {
        super("cancelled");
    }
}
