package org.banshi.command.contract.certificate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Stands for one holder's certificate through all its numbers; the name of its event stream. A
 * holder whose certificate was cancelled and who gets one again goes on in the same stream.
 *
 * @param value a UUID in its canonical form
 */
public record CertificateId(@JsonValue String value) {

    /** Purpose of the keyed hash of an identity number that tells one holder from another. */
    public static final String HOLDER = "holder";

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CertificateId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a certificate id");
        }
    }

    /**
     * The one of a holder.
     *
     * @param holderKey keyed hash of the holder's identity number, never the number itself
     */
    public static CertificateId of(String holderKey) {
        byte[] seed = ("disability-certificate:" + holderKey).getBytes(StandardCharsets.UTF_8);
        return new CertificateId(UUID.nameUUIDFromBytes(seed).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
