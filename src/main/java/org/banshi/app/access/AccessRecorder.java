package org.banshi.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;
import org.banshi.app.access.Endpoints.Endpoint;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;

/** Makes lines of the journal out of requests, and hands them to the spool. */
public final class AccessRecorder implements Accesses {

    /** Where a request names a case by its number. */
    private static final String CASE = "number";

    private static final String PERSON = "person";

    /** What may be kept of a path; an identity number or a phone that somebody typed may not. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?!\\d{11}$)(?!\\d{17}[\\dXx]$)[A-Za-z0-9._:-]{1,80}");

    private static final List<String> ADMINISTERED =
            List.of("/administration", "/ops", "/api/v1/admin", "/api/v1/publishing", "/actuator");

    private static final Map<Role, Ground> GROUNDS =
            Map.of(
                    Role.OFFICER, Ground.OFFICE,
                    Role.SUPERVISOR, Ground.SUPERVISION,
                    Role.AUDITOR, Ground.AUDIT,
                    Role.OPERATOR, Ground.PLATFORM,
                    Role.SECURITY, Ground.ACCOUNTS,
                    Role.COMMITTEE, Ground.OFFICE,
                    Role.PUBLISHER, Ground.PUBLISHING,
                    Role.CITIZEN, Ground.OWN);

    private final Spool spool;
    private final Strangers strangers;
    private final Endpoints endpoints;

    AccessRecorder(Spool spool, Strangers strangers, Endpoints endpoints) {
        this.spool = spool;
        this.strangers = strangers;
        this.endpoints = endpoints;
    }

    boolean hasRoom() {
        return spool.hasRoom();
    }

    @Override
    public void declare(Kind kind, Ground ground, @Nullable String reference) {
        Looked looked = Looked.current();
        if (looked == null) {
            throw new IllegalStateException("nobody asks");
        }
        Endpoint endpoint =
                endpoints
                        .of(looked.request())
                        .orElseThrow(() -> new IllegalStateException("no endpoint"));
        spool.add(
                AccessJson.write(
                        entry(looked, endpoint, kind, ground, reference, Outcome.ANSWERED, 200)),
                true);
        looked.setDeclared();
    }

    /**
     * Notes a request that was answered, unless it is about nobody or was declared before. What a
     * stranger was not answered is only counted: nobody can fill the journal without a log-in.
     */
    void note(Looked looked, int status) {
        HttpServletRequest request = looked.request();
        boolean refused = request.getAttribute(AccessFilter.REFUSED) != null;
        Optional<Endpoint> asked = endpoints.of(request);
        if (asked.isEmpty() || looked.declared() && status < 400) {
            return;
        }
        Endpoint endpoint = asked.get();
        if (refused || endpoint.personal(request.getMethod())) {
            Outcome outcome = refused ? Outcome.REFUSED : Outcome.of(status);
            boolean stranger = scope(request) == null;
            if (stranger && (outcome != Outcome.ANSWERED || !spool.hasRoomForStrangers())) {
                strangers.count(request.getRemoteAddr(), Instant.now());
                return;
            }
            Ground ground = outcome == Outcome.REFUSED ? Ground.NONE : ground(request);
            Kind kind = kind(request, endpoint);
            String line =
                    AccessJson.write(entry(looked, endpoint, kind, ground, null, outcome, status));
            if (stranger) {
                spool.addOfStranger(line);
            } else {
                spool.add(line, false);
            }
        }
    }

    /**
     * Notes that somebody offered a proof.
     *
     * @param account empty where there is none of the name that was typed
     */
    public void noteLogIn(String account, String way, boolean right) {
        Looked looked = Looked.current();
        if (!right && (account.isEmpty() || !spool.hasRoomForStrangers())) {
            strangers.count(looked == null ? "" : looked.request().getRemoteAddr(), Instant.now());
            return;
        }
        String line =
                AccessJson.write(
                        new Access(
                                UUID.randomUUID(),
                                Instant.now(),
                                account,
                                List.of(),
                                null,
                                null,
                                Kind.LOG_IN,
                                way,
                                null,
                                List.of(),
                                List.of(),
                                Ground.NONE,
                                null,
                                right ? Outcome.ANSWERED : Outcome.REFUSED,
                                0));
        if (right) {
            spool.add(line, false);
        } else {
            spool.addOfStranger(line);
        }
    }

    private static Access entry(
            Looked looked,
            Endpoint endpoint,
            Kind kind,
            Ground ground,
            @Nullable String reference,
            Outcome outcome,
            int status) {
        HttpServletRequest request = looked.request();
        Scope scope = scope(request);
        Set<String> cases = new TreeSet<>(looked.cases());
        Set<String> persons = new TreeSet<>(looked.persons());
        Set<String> objects = new TreeSet<>();
        endpoint.variables()
                .forEach(
                        (name, value) -> {
                            String kept = HARMLESS.matcher(value).matches() ? value : "?";
                            if (name.equals(CASE)) {
                                cases.add(kept);
                            } else if (name.equals(PERSON)) {
                                persons.add(kept);
                            } else {
                                objects.add(kept);
                            }
                        });
        if (request.getAttribute(AccessFilter.MANDATE) instanceof String mandate) {
            objects.add(mandate);
        }
        if ((ground == Ground.OWN || ground == Ground.MANDATE)
                && scope != null
                && scope.person() != null) {
            persons.add(scope.person().value());
        }
        return new Access(
                UUID.randomUUID(),
                Instant.now(),
                scope == null ? "" : scope.account(),
                scope == null
                        ? List.of()
                        : scope.roles().stream().map(Role::name).sorted().toList(),
                scope == null ? null : scope.body(),
                scope == null || scope.region() == null ? null : scope.region().value(),
                kind,
                request.getMethod() + " " + endpoint.pattern(),
                objects.isEmpty() ? null : String.join(" ", objects),
                List.copyOf(cases),
                List.copyOf(persons),
                ground,
                reference,
                outcome,
                status);
    }

    private static Kind kind(HttpServletRequest request, Endpoint endpoint) {
        if (ADMINISTERED.stream().anyMatch(endpoint.pattern()::startsWith)) {
            return Kind.ADMINISTRATION;
        }
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD")
                ? Kind.READ
                : Kind.ACT;
    }

    private static Ground ground(HttpServletRequest request) {
        Scope scope = scope(request);
        if (scope == null) {
            return Ground.CODE;
        }
        for (Role role : Role.values()) {
            if (role != Role.CITIZEN && scope.has(role)) {
                return GROUNDS.getOrDefault(role, Ground.NONE);
            }
        }
        return request.getAttribute(AccessFilter.MANDATE) == null ? Ground.OWN : Ground.MANDATE;
    }

    private static @Nullable Scope scope(HttpServletRequest request) {
        return request.getAttribute(AccessFilter.SCOPE) instanceof Scope scope ? scope : null;
    }
}
