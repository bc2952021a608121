package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.signin.CitizensApi.Registered;
import org.banshi.app.signin.CitizensApi.Shown;
import org.banshi.app.signin.Recoveries.Waiting;
import org.banshi.app.signin.Registration.Access;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lost access given back by two officers of a counter, for programs. */
@RestController
@RequestMapping("/api/v1/citizens/recoveries")
@Tag(name = "Citizens")
class RecoveriesApi {

    private static final String KEY = "Idempotency-Key";
    private static final String TWICE = "A second time changes nothing, with or without it.";

    private final Recoveries recoveries;
    private final Citizens citizens;
    private final BusinessClock clock;

    RecoveriesApi(Recoveries recoveries, Citizens citizens, BusinessClock clock) {
        this.recoveries = recoveries;
        this.citizens = citizens;
        this.clock = clock;
    }

    /** What officers of the caller's region asked today. */
    record WaitingList(List<Waiting> waiting) {}

    /** Whose access it is; the name as on the paper, where it is looked at. */
    record LostAccess(@Nullable String account, @Nullable String name) {
        @Override
        public String toString() {
            return "LostAccess[...]";
        }
    }

    @GetMapping
    @Operation(
            summary = "List what waits",
            description = "What officers of the region asked today, and who confirmed it.")
    WaitingList list(@AuthenticationPrincipal SignedIn who) {
        CounterPages.atCounter(who);
        return new WaitingList(waiting(who));
    }

    @PostMapping
    @Operation(
            summary = "Ask that access is given back",
            description =
                    "By an officer of a counter who saw person and paper; also to open access for"
                            + " whoever is known without. It holds for today.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(
            @AuthenticationPrincipal SignedIn who,
            @Parameter(description = TWICE) @RequestHeader(name = KEY, required = false)
                    @Nullable String key,
            @RequestBody Shown body) {
        CounterPages.atCounter(who);
        recoveries.ask(
                who.actor(),
                CitizensApi.known(citizens, body.identityNumber()),
                CitizensApi.text(body.name()),
                CitizensApi.demand(body.paper()).proof());
    }

    @PostMapping("/confirmations")
    @Operation(
            summary = "Confirm it",
            description = "By another officer of the region, who saw person and paper, too.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(
            @AuthenticationPrincipal SignedIn who,
            @Parameter(description = TWICE) @RequestHeader(name = KEY, required = false)
                    @Nullable String key,
            @RequestBody LostAccess body) {
        CounterPages.atCounter(who);
        recoveries.confirm(
                who.actor(), CitizensApi.text(body.account()), CitizensApi.text(body.name()));
    }

    @PostMapping("/passwords")
    @Operation(
            summary = "Give it back",
            description =
                    "By whoever asked: password, second factor, passkeys and sessions of before are"
                            + " gone. The first password is told once, in this answer.")
    Registered carryOut(
            @AuthenticationPrincipal SignedIn who,
            @Parameter(description = "A second time is refused, with or without it.")
                    @RequestHeader(name = KEY, required = false)
                    @Nullable String key,
            @RequestBody LostAccess body) {
        CounterPages.atCounter(who);
        Waiting asked =
                waiting(who).stream()
                        .filter(it -> it.account().equals(body.account()))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(Recoveries.GONE));
        Access access = recoveries.carryOut(who.actor(), asked);
        return new Registered(access.account(), access.password());
    }

    private List<Waiting> waiting(SignedIn who) {
        RegionCode region = who.scope().region();
        return region == null ? List.of() : recoveries.of(region, clock.today());
    }
}
