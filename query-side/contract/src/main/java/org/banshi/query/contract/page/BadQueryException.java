package org.banshi.query.contract.page;

/** A query names a view, sort, filter or cursor that does not exist: the caller's mistake. */
public final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter the query's component that is wrong, such as {@code cursor}; its value is
     *     never repeated
     */
    public BadQueryException(String parameter) {
        super("not understood: " + parameter, null, false, false);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
