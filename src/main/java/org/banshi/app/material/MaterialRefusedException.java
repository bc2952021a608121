package org.banshi.app.material;

/** A paper that is not kept. Nothing was stored. */
public final class MaterialRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Fault {
        EMPTY,
        TOO_LARGE,
        TYPE_NOT_ALLOWED
    }

    private final Fault fault;

    public MaterialRefusedException(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
