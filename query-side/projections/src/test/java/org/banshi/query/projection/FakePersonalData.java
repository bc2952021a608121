package org.banshi.query.projection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;

/** Keys in memory; encrypts with a fresh vector each time, as the real one does. */
final class FakePersonalData implements PersonalData {

    private static final int IV = 12;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Set<String> destroyed = ConcurrentHashMap.newKeySet();
    private final byte[] hashKey = new byte[32];

    FakePersonalData() {
        random.nextBytes(hashKey);
    }

    void destroy(PersonId person) {
        destroyed.add(person.value());
    }

    @Override
    public String encrypt(PersonId person, String plain) {
        byte[] sealed = encrypt(person, plain.getBytes(StandardCharsets.UTF_8));
        return "p1:" + person.value() + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    @Override
    public Optional<String> decrypt(String cipher) {
        String[] parts = cipher.split(":", 3);
        return decrypt(new PersonId(parts[1]), Base64.getDecoder().decode(parts[2]))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    @Override
    public byte[] encrypt(PersonId person, byte[] plain) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        byte[] text = cipher(Cipher.ENCRYPT_MODE, person, iv, plain);
        byte[] sealed = Arrays.copyOf(iv, IV + text.length);
        System.arraycopy(text, 0, sealed, IV, text.length);
        return sealed;
    }

    @Override
    public Optional<byte[]> decrypt(PersonId person, byte[] cipher) {
        if (destroyed.contains(person.value())) {
            return Optional.empty();
        }
        return Optional.of(
                cipher(
                        Cipher.DECRYPT_MODE,
                        person,
                        Arrays.copyOf(cipher, IV),
                        Arrays.copyOfRange(cipher, IV, cipher.length)));
    }

    private byte[] cipher(int mode, PersonId person, byte[] iv, byte[] text) {
        byte[] key =
                keys.computeIfAbsent(
                        person.value(),
                        made -> {
                            byte[] fresh = new byte[32];
                            random.nextBytes(fresh);
                            return fresh;
                        });
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String hash(String purpose, String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hashKey, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
