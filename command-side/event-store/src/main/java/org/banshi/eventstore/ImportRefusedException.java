package org.banshi.eventstore;

/** An exported log can't be imported; nothing of it was. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param line number of the line at fault, from 1; 0 when the file is not at fault
     * @param why without anything that the line holds
     */
    ImportRefusedException(long line, String why) {
        super(line == 0 ? why : "line " + line + ": " + why);
        this.line = line;
    }

    /** Number of the line at fault, from 1; 0 when the file is not at fault. */
    public long line() {
        return line;
    }
}
