package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.banshi.app.live.CaseStreams;
import org.banshi.app.live.StandingSessions;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open page of a case when to fetch itself anew. */
@Controller
@RequestMapping("/cases/{number}/live")
class LivePage {

    private static final MediaType STREAM =
            new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private static final Supplier<SseEmitter.SseEventBuilder> CHANGED =
            () -> SseEmitter.event().name("changed").data(0);

    private final CitizenActs acts;
    private final CaseStreams streams;

    LivePage(CitizenActs acts, CaseStreams streams) {
        this.acts = acts;
        this.streams = streams;
    }

    /**
     * A stream of {@code changed}, one whenever something happened. Who does not ask for a stream
     * is told at once whether something did since {@code version}; so is who has too many streams,
     * with nothing to wait for.
     *
     * @param version of the case as the page shows it
     */
    @GetMapping
    ResponseEntity<SseEmitter> follow(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") long version,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletRequest request)
            throws IOException {
        SignedIn who = Access.citizen(caller);
        Progress found = acts.caseOf(who, number);
        boolean changed = found.version() != version;
        if (changed || !accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            return answer(
                    told(changed ? CHANGED.get() : SseEmitter.event().comment("nothing new")));
        }
        String session = (String) request.getAttribute(StandingSessions.KEY);
        Optional<SseEmitter> stream =
                session == null
                        ? Optional.empty()
                        : streams.open(who.account(), session, found.application());
        if (stream.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        if (acts.caseOf(who, number).version() != version) {
            stream.get().send(CHANGED.get());
        }
        return answer(stream.get());
    }

    private static ResponseEntity<SseEmitter> answer(SseEmitter emitter) {
        return ResponseEntity.ok()
                .contentType(STREAM)
                // Said to proxies that gather answers.
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static SseEmitter told(SseEmitter.SseEventBuilder words) throws IOException {
        SseEmitter once = new SseEmitter();
        once.send(words);
        once.complete();
        return once;
    }
}
