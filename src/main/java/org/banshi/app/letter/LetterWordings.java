package org.banshi.app.letter;

import java.util.Optional;

/** The words of letters, as they were at the time. */
public interface LetterWordings {

    /**
     * Those in force when the letter was made: printed again, it says what it said then.
     *
     * @param template key of its template
     * @param position in the log, of what gave cause for it
     * @return empty where a document is told of otherwise than by letter
     */
    Optional<LetterTemplate> at(String template, long position);
}
