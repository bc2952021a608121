package org.banshi.app.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.Encryptors;

/** What authenticators were asked to sign: for five minutes, any node, one answer. */
final class Challenges {

    /** The key itself is random. */
    private static final String SALT = "62616e736869";

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Challenges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it; the answer is the key under which it lies, known to the browser only. */
    String keep(byte[] challenge) {
        String key = newKey();
        keep(key, challenge);
        return key;
    }

    /** The same, encrypted so that only who brings the key can read it. */
    String keepSecret(byte[] secret) {
        String key = newKey();
        keep(key, Encryptors.stronger(key, SALT).encrypt(secret));
        return key;
    }

    private String newKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void keep(String key, byte[] challenge) {
        jdbc.sql("DELETE FROM passkey_challenge WHERE expires_at < now()").update();
        jdbc.sql(
                        "INSERT INTO passkey_challenge (key_hash, challenge, expires_at)"
                                + " VALUES (?, ?, now() + interval '5 minutes')")
                .params(hash(key), challenge)
                .update();
    }

    /** Takes out what {@link #keepSecret} kept. */
    Optional<byte[]> takeSecret(String key) {
        return take(key).map(Encryptors.stronger(key, SALT)::decrypt);
    }

    /** Takes it out; empty when there is none, or it is too old. */
    Optional<byte[]> take(String key) {
        return jdbc.sql(
                        "DELETE FROM passkey_challenge WHERE key_hash = ? AND expires_at > now()"
                                + " RETURNING challenge")
                .param(hash(key))
                .query((row, number) -> row.getBytes("challenge"))
                .optional();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
