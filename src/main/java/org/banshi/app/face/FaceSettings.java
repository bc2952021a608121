package org.banshi.app.face;

import java.net.URI;
import java.util.Set;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which face service is asked; none by default.
 *
 * @param titleZh how people call it, in Chinese
 * @param titleEn the same in English
 * @param name how the log calls it
 * @param address of its interface; null where there is none
 * @param key with which the platform proves itself there
 * @param pages hosts of its pages, where they are not the interface's
 * @param trustLevel highest level that it is believed to give, 2 to 4
 */
@ConfigurationProperties("banshi.face")
public record FaceSettings(
        @DefaultValue("人脸核验") String titleZh,
        @DefaultValue("Face check") String titleEn,
        @DefaultValue("face-service") String name,
        @Nullable URI address,
        @Nullable String key,
        @DefaultValue Set<String> pages,
        @DefaultValue("4") int trustLevel) {

    public FaceSettings {
        address = address == null || address.toString().isBlank() ? null : address;
        if (trustLevel < 2 || trustLevel > 4) {
            throw new IllegalArgumentException("banshi.face.trust-level is 2 to 4");
        }
    }

    Text title() {
        return Text.of(titleZh, titleEn);
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "FaceSettings[" + address + "]";
    }
}
