package org.banshi.eventstore.tree;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of the key that signs checkpoints: all that checking a checkpoint needs. */
public final class CheckpointPublicKey {

    private static final int ID_DIGITS = 16;

    private final PublicKey key;

    CheckpointPublicKey(PublicKey key) {
        this.key = key;
    }

    /**
     * @param base64 of its X.509 form, as {@link #text} gives it
     * @throws IllegalArgumentException when it is no Ed25519 key
     */
    public static CheckpointPublicKey of(String base64) {
        try {
            return new CheckpointPublicKey(
                    KeyFactory.getInstance(CheckpointKey.ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(
                                            Base64.getDecoder().decode(base64.strip()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of Ed25519", e);
        }
    }

    /** The first digits of its SHA-256. */
    public String id() {
        return Hashes.hex(Hashes.sha256().digest(key.getEncoded())).substring(0, ID_DIGITS);
    }

    /** X.509 in base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Whether the key's secret half signed the checkpoint as it is. */
    public boolean signed(Checkpoint checkpoint) {
        try {
            Signature signature = Signature.getInstance(CheckpointKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.signed());
            return checkpoint.key().equals(id())
                    && signature.verify(HexFormat.of().parseHex(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // A signature of another shape is none of ours.
            return false;
        }
    }
}
