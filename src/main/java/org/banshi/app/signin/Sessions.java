package org.banshi.app.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions by an opaque token, which only its holder knows: the database keeps a hash. They survive
 * a restart and hold on every node. They end by wall time, never by business time.
 */
final class Sessions {

    /** How long a session lasts. */
    static final Duration LIFE = Duration.ofHours(12);

    /** For so long another node may still honour a session that was ended here. */
    private static final Duration TRUST = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Held> known =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(TRUST).build();

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Held(String account, Instant expires) {}

    /** Begins a session; the answer is the token. */
    String begin(String account) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("DELETE FROM session WHERE expires_at < now()").update();
        jdbc.sql("INSERT INTO session (token_hash, account, expires_at) VALUES (?, ?, ?)")
                .params(hash(token), account, Instant.now().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Whose session it is; empty when there is none, or no longer. */
    Optional<String> account(String token) {
        String hash = hash(token);
        Held held = known.get(hash, this::load);
        return held == null || held.expires().isBefore(Instant.now())
                ? Optional.empty()
                : Optional.of(held.account());
    }

    private @Nullable Held load(String hash) {
        return jdbc.sql("SELECT account, expires_at FROM session WHERE token_hash = ?")
                .param(hash)
                .query(
                        (row, number) ->
                                new Held(
                                        row.getString("account"),
                                        row.getObject("expires_at", OffsetDateTime.class)
                                                .toInstant()))
                .optional()
                .orElse(null);
    }

    /** Ends a session; nothing when there is none. */
    void end(String token) {
        String hash = hash(token);
        jdbc.sql("DELETE FROM session WHERE token_hash = ?").param(hash).update();
        known.invalidate(hash);
    }

    private static String hash(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
