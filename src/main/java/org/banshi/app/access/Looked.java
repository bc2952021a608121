package org.banshi.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the request of this thread has named or shown so far. */
public final class Looked {

    /** Of one request; a list has fewer. */
    private static final int MOST = 500;

    private static final ThreadLocal<@Nullable Looked> CURRENT = new ThreadLocal<>();

    private final HttpServletRequest request;
    private final Set<String> cases = new TreeSet<>();
    private final Set<String> persons = new TreeSet<>();
    private boolean declared;

    private Looked(HttpServletRequest request) {
        this.request = request;
    }

    static Looked begin(HttpServletRequest request) {
        Looked looked = new Looked(request);
        CURRENT.set(looked);
        return looked;
    }

    static void end() {
        CURRENT.remove();
    }

    static @Nullable Looked current() {
        return CURRENT.get();
    }

    /** A case was shown; nothing happens outside a request. */
    public static void atCase(String number) {
        Looked looked = CURRENT.get();
        if (looked != null && looked.cases.size() < MOST) {
            looked.cases.add(number);
        }
    }

    /** Somebody's data were shown; nothing happens outside a request. */
    public static void atPerson(String person) {
        Looked looked = CURRENT.get();
        if (looked != null && looked.persons.size() < MOST) {
            looked.persons.add(person);
        }
    }

    HttpServletRequest request() {
        return request;
    }

    Set<String> cases() {
        return cases;
    }

    Set<String> persons() {
        return persons;
    }

    boolean declared() {
        return declared;
    }

    void setDeclared() {
        declared = true;
    }
}
