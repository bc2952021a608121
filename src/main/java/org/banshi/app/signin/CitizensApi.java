package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.CounterPages.Paper;
import org.banshi.app.signin.Registration.Access;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The counter, for programs: an officer compared person and paper, and says so. */
@RestController
@RequestMapping("/api/v1/citizens")
@Tag(name = "Citizens", description = "Who is known, and how well; at the counter.")
class CitizensApi {

    private static final String KEY = "Idempotency-Key";

    private static final Text WRITE = Text.of("请按证件填写。", "Write it as on the paper.");

    private final Citizens citizens;
    private final Registration registration;

    CitizensApi(Citizens citizens, Registration registration) {
        this.citizens = citizens;
        this.registration = registration;
    }

    /**
     * Somebody who stands at the counter.
     *
     * @param paper that was compared with the person
     * @param account as the person wants to be called; null for one that is made up
     * @param withoutAccess whether others act for the person, as for a child
     */
    record NewCitizen(
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Paper paper,
            @Nullable String account,
            boolean withoutAccess) {
        @Override
        public String toString() {
            return "NewCitizen[...]";
        }
    }

    /**
     * Account and first password; none for somebody without access, and the password is told once:
     * not to whoever asks again with the same key.
     */
    record Registered(@Nullable String account, @Nullable String password) {
        @Override
        public String toString() {
            return "Registered[...]";
        }
    }

    /** Somebody known who showed a paper. */
    record Shown(@Nullable String name, @Nullable String identityNumber, @Nullable Paper paper) {
        @Override
        public String toString() {
            return "Shown[...]";
        }
    }

    @PostMapping
    @Operation(
            summary = "Register somebody at the counter",
            description =
                    "By an officer of a counter, who compared person and paper: trust level 5. The"
                            + " first password is told once and is good for seven days. Whoever is"
                            + " known already is refused.")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(
            @AuthenticationPrincipal SignedIn who,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewCitizen body) {
        CounterPages.atCounter(who);
        PersonId person =
                key == null ? Registration.newPerson() : new PersonId(idOf(who, key).toString());
        Optional<Known> before =
                citizens.byNumber(text(body.identityNumber()))
                        .filter(known -> known.person().equals(person));
        if (before.isPresent()) {
            String account = before.get().account().account();
            return new Registered(body.withoutAccess() ? null : account, null);
        }
        Paper paper = demand(body.paper());
        String wanted = text(body.account()).strip();
        if (!wanted.isEmpty() && !AccountNames.fits(wanted)) {
            throw new RefusedException(
                    Refusal.of("account-name-unfit", CounterPages.UNFIT_NAME, WRITE));
        }
        Applicant details =
                CounterPages.details(
                        text(body.name()),
                        text(body.identityNumber()),
                        text(body.phone()),
                        text(body.email()));
        if (body.withoutAccess()) {
            registration.know(who.actor(), person, details, paper.proof());
            return new Registered(null, null);
        }
        Access access =
                registration.register(
                        who.actor(),
                        person,
                        details,
                        paper.proof(),
                        wanted.isEmpty() ? null : wanted);
        return new Registered(access.account(), access.password());
    }

    @PostMapping("/proofs")
    @Operation(
            summary = "Take note of a paper that somebody known showed",
            description = "By an officer of a counter: the trust level becomes 5.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(
            @AuthenticationPrincipal SignedIn who,
            @Parameter(description = "A second time changes nothing, with or without it.")
                    @RequestHeader(name = KEY, required = false)
                    @Nullable String key,
            @RequestBody Shown body) {
        CounterPages.atCounter(who);
        Paper paper = demand(body.paper());
        Known known = known(citizens, body.identityNumber());
        registration.prove(who.actor(), known, text(body.name()), paper.proof());
    }

    /**
     * The citizen of a number as it was written.
     *
     * @throws RefusedException where it is nobody's
     */
    static Known known(Citizens citizens, @Nullable String identityNumber) {
        return citizens.byNumber(text(identityNumber))
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.of("citizen-unknown", CounterPages.GONE, WRITE)));
    }

    private static UUID idOf(SignedIn who, String key) {
        String seed = "citizen\n" + who.account() + "\n" + key;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    static Paper demand(@Nullable Paper paper) {
        if (paper == null) {
            throw new RefusedException(
                    Refusal.of(
                            "paper-missing",
                            Text.of("请说明核对了哪种证件。", "Say which paper was compared."),
                            WRITE));
        }
        return paper;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
