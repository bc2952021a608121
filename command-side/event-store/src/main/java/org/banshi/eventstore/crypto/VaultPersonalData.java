package org.banshi.eventstore.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;

/** {@link PersonalData} with the keys of a {@link KeyVault}. */
public final class VaultPersonalData implements PersonalData {

    private static final String CONTEXT = "";
    private static final String HMAC = "HmacSHA256";

    private final KeyVault keys;
    private final Sealing cipher;
    private final Map<String, SecretKey> hashKeys = new ConcurrentHashMap<>();

    public VaultPersonalData(KeyVault keys) {
        this(keys, new PersonCipher(keys));
    }

    /**
     * @param keys of hashes
     * @param cipher of everything else
     */
    public VaultPersonalData(KeyVault keys, Sealing cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    @Override
    public String encrypt(PersonId person, String plain) {
        return cipher.encrypt(person, plain, CONTEXT);
    }

    @Override
    public Optional<String> decrypt(String envelope) {
        return cipher.decrypt(envelope, CONTEXT);
    }

    @Override
    public byte[] encrypt(PersonId person, byte[] plain) {
        return cipher.encrypt(person, plain, CONTEXT);
    }

    @Override
    public Optional<byte[]> decrypt(PersonId person, byte[] sealed) {
        return cipher.decrypt(person, sealed, CONTEXT);
    }

    @Override
    public String hash(String purpose, String plain) {
        SecretKey key =
                hashKeys.computeIfAbsent(
                        purpose, it -> new SecretKeySpec(hmac(keys.hashKey(), it), HMAC));
        return HexFormat.of().formatHex(hmac(key, plain));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA-256 in this JDK", e);
        }
    }
}
