package org.banshi.app.casefile;

import org.banshi.app.signin.SignInRefusedException;

/**
 * Slows down whoever guesses the code that is printed on a party's papers. Counted by account and
 * case, so that nobody can lock another out.
 */
public interface Guesses {

    /**
     * Counts a code for a case as wrong, until {@link #opened} says otherwise.
     *
     * @throws SignInRefusedException when it comes too early
     */
    void guess(String account, String number);

    /** Forgets the wrong codes before. */
    void opened(String account, String number);
}
