package org.banshi.app.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.banshi.app.face.FaceService;
import org.banshi.app.face.FaceService.Begun;
import org.banshi.app.face.FaceService.Result;
import org.banshi.app.face.FaceUnavailableException;
import org.banshi.app.face.StandInFace;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.Pace.Limit;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.Registration.Access;
import org.banshi.app.signin.SignInRecords.Outcome;
import org.banshi.app.signin.SignInRecords.Way;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Proving who one is by a face service: it opens an account for whoever has none, gives a lost one
 * back, and raises the trust level of one's own. What was asked waits for five minutes and one
 * answer, encrypted under a key that only the asking browser has; the answer needs a code that only
 * the browser of whoever was looked at has. Nobody who does not sit at both is taken for another.
 */
final class FaceChecks {

    static final String BACK = "/sign-in/face/answer";

    private static final Actor BY = Actor.system("registration");

    /** By so much the clocks of both may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** Comparisons of one number from one network. */
    private static final Limit LIMIT = new Limit(5, Duration.ofMinutes(2));

    private static final Text NOT_ASKED =
            Text.of(
                    "这次核验已过期、已用过，或不是在此浏览器发起的。请重新开始。",
                    "This check ran out, was used before, or was begun in another browser. Begin"
                            + " again.");
    private static final Text NOT_SAME =
            Text.of(
                    "核验未通过：不是本人，或姓名与证件号码不符。",
                    "Not confirmed: it is somebody else, or name and number do not belong together.");
    private static final Text UNREACHABLE =
            Text.of(
                    "人脸核验服务暂时无法使用，请稍后再试，或携带证件到服务窗口办理。",
                    "The face service cannot be reached now. Try later, or go to a service counter"
                            + " with your paper.");

    private final Optional<FaceService> service;
    private final Challenges challenges;
    private final Citizens citizens;
    private final Registration registration;
    private final Recoveries recoveries;
    private final Sessions sessions;
    private final SignInRecords records;
    private final Pace pace;
    private final Supplier<URI> origin;
    private final ObjectMapper json = new ObjectMapper();

    FaceChecks(
            Optional<FaceService> service,
            Challenges challenges,
            Citizens citizens,
            Registration registration,
            Recoveries recoveries,
            Sessions sessions,
            SignInRecords records,
            Pace pace,
            Supplier<URI> origin) {
        this.service = service;
        this.challenges = challenges;
        this.citizens = citizens;
        this.registration = registration;
        this.recoveries = recoveries;
        this.sessions = sessions;
        this.records = records;
        this.pace = pace;
        this.origin = origin;
    }

    /**
     * What waits for the answer.
     *
     * @param account whose trust level is to rise; null for access
     * @param asked seconds since 1970
     */
    record Waiting(
            @Nullable String account,
            String name,
            String number,
            String phone,
            String reference,
            long asked) {

        @Override
        public String toString() {
            return "Waiting[...]";
        }
    }

    /** Where the browser goes, and the key that it brings back. */
    record Going(URI page, String key) {}

    /**
     * What came of it.
     *
     * @param access of who had none, or had lost it; told once
     * @param level to which one's own account is proven now
     * @param fault why nothing came of it
     */
    record Came(@Nullable Access access, @Nullable Integer level, @Nullable Text fault) {

        static Came to(Text fault) {
            return new Came(null, null, fault);
        }
    }

    /** How the service is called; empty where faces are not compared. */
    Optional<Text> title() {
        return service.map(FaceService::title);
    }

    /** Highest trust level that comes of it; 0 where faces are not compared. */
    int highest() {
        return service.map(one -> Math.min(one.highest(), Proof.Way.FACE.highest())).orElse(0);
    }

    /** The stand-in, where there is one. */
    Optional<StandInFace> standIn() {
        return service.filter(StandInFace.class::isInstance).map(StandInFace.class::cast);
    }

    /**
     * Asks whether whoever sits there is this person.
     *
     * @param account whose level is to rise; null for access
     * @param address from where
     * @throws FaceUnavailableException when there is no service, or it cannot be asked
     * @throws org.banshi.app.pace.TooFastException after too many of one number
     */
    Going ask(Applicant who, @Nullable String account, String address) {
        FaceService asking =
                service.orElseThrow(() -> new FaceUnavailableException("none is configured"));
        String from = PaceFilter.network(address).orElse(address);
        pace.count("face " + citizens.hash(who.identityNumber()) + " " + from, LIMIT);
        Begun begun =
                asking.begin(
                        new FaceService.Asked(
                                who.name(), who.identityNumber(), URI.create(origin.get() + BACK)));
        Waiting waiting =
                new Waiting(
                        account,
                        who.name(),
                        who.identityNumber(),
                        who.phone(),
                        begun.reference(),
                        Instant.now().getEpochSecond());
        return new Going(begun.page(), challenges.keepSecret(write(waiting)));
    }

    /**
     * Takes the answer.
     *
     * @param key from the browser that asked
     * @param code from the service's page
     * @param account who is logged in there, or null
     * @param token of that session, or null
     */
    Came take(
            @Nullable String key,
            @Nullable String code,
            @Nullable String account,
            @Nullable String token) {
        Optional<Waiting> found =
                key == null ? Optional.empty() : challenges.takeSecret(key).map(this::read);
        if (found.isEmpty() || code == null || service.isEmpty()) {
            return Came.to(NOT_ASKED);
        }
        Waiting waiting = found.get();
        boolean others = waiting.account() != null && !waiting.account().equals(account);
        if (others) {
            return Came.to(NOT_ASKED);
        }
        try {
            Result result = service.get().result(waiting.reference(), code);
            return judged(waiting, result, token);
        } catch (FaceUnavailableException failed) {
            return Came.to(UNREACHABLE);
        } catch (RefusedException no) {
            return Came.to(Tried.words(no.refusal()));
        }
    }

    private Came judged(Waiting waiting, Result result, @Nullable String token) {
        Instant asked = Instant.ofEpochSecond(waiting.asked());
        Optional<Known> known =
                waiting.account() == null
                        ? citizens.byNumber(waiting.number())
                        : citizens.byAccount(waiting.account());
        boolean old =
                result.at().isBefore(asked.minus(TOLERANCE))
                        || result.at().isAfter(Instant.now().plus(TOLERANCE));
        known.ifPresent(
                it ->
                        records.add(
                                it.account().account(),
                                Way.FACE,
                                result.same() && !old ? Outcome.RIGHT : Outcome.WRONG));
        if (old) {
            return Came.to(NOT_ASKED);
        }
        if (!result.same()) {
            return Came.to(NOT_SAME);
        }
        Proof proof =
                new Proof(
                        Proof.Way.FACE,
                        service.orElseThrow().name(),
                        Math.min(result.level(), Proof.Way.FACE.highest()));
        return waiting.account() == null
                ? access(waiting, known, proof)
                : raised(waiting, known, proof, token);
    }

    private Came access(Waiting waiting, Optional<Known> known, Proof proof) {
        Access[] access = new Access[1];
        Text fault =
                Tried.refusal(
                        () ->
                                access[0] =
                                        known.isPresent()
                                                ? recoveries.byFace(
                                                        BY, known.get(), waiting.name(), proof)
                                                : registration.register(
                                                        BY,
                                                        new Applicant(
                                                                waiting.name(),
                                                                waiting.number(),
                                                                waiting.phone(),
                                                                null),
                                                        proof,
                                                        null));
        return new Came(access[0], null, fault);
    }

    private Came raised(
            Waiting waiting, Optional<Known> known, Proof proof, @Nullable String token) {
        if (known.isEmpty() || token == null) {
            return Came.to(NOT_ASKED);
        }
        Text fault =
                Tried.refusal(() -> registration.prove(BY, known.get(), waiting.name(), proof));
        if (fault != null) {
            return Came.to(fault);
        }
        sessions.proven(token, proof.level());
        return new Came(null, Math.max(proof.level(), known.get().account().trustLevel()), null);
    }

    private byte[] write(Waiting waiting) {
        try {
            return json.writeValueAsBytes(waiting);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Waiting read(byte[] kept) {
        try {
            return json.readValue(kept, Waiting.class);
        } catch (IOException impossible) {
            throw new IllegalStateException("not what was kept");
        }
    }
}
