package org.banshi.app.face;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.banshi.command.contract.text.Text;

/**
 * Stands in for a face service in a demo: a page of our own asks the visitor whether it shall find
 * the same person. There is no camera.
 */
public final class StandInFace implements FaceService {

    private static final String PAGE = "/sign-in/face/stand-in/";

    private static final int LEVEL = 4;

    private final Cache<String, Asked> asked =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();
    private final Cache<String, Answer> answers =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    private record Answer(String code, Result result) {}

    @Override
    public Text title() {
        return Text.of("人脸核验（演示）", "Face check (demo)");
    }

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public int highest() {
        return LEVEL;
    }

    @Override
    public Begun begin(Asked who) {
        String reference = UUID.randomUUID().toString();
        asked.put(reference, who);
        return new Begun(reference, URI.create(PAGE + reference));
    }

    /** Whether it waits to be told what to find. */
    public boolean waits(String reference) {
        return asked.getIfPresent(reference) != null;
    }

    /** Finds what the visitor wants; where the browser goes then, empty when nothing was asked. */
    public Optional<URI> find(String reference, boolean same) {
        return Optional.ofNullable(asked.asMap().remove(reference))
                .map(
                        who -> {
                            String code = UUID.randomUUID().toString();
                            answers.put(
                                    reference,
                                    new Answer(code, new Result(same, LEVEL, Instant.now())));
                            return URI.create(who.back() + "?code=" + code);
                        });
    }

    @Override
    public Result result(String reference, String code) {
        Answer answer = answers.asMap().remove(reference);
        if (answer == null || !answer.code().equals(code)) {
            throw new FaceUnavailableException("nothing was found under that code");
        }
        return answer.result();
    }
}
