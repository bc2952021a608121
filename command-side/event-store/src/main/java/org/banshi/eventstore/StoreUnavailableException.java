package org.banshi.eventstore;

/** The database can't be reached or refused the work. Nothing was appended. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param sqlState of the failure; its text is left out, as it may quote bound values
     */
    public StoreUnavailableException(String sqlState) {
        super("nothing was appended, SQL state " + sqlState);
    }
}
