package org.banshi.app.messages;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which messenger sends text messages and e-mails; none by default.
 *
 * @param name how the proof of a delivery calls it
 * @param address of its interface; null where there is none
 * @param key with which the platform proves itself there
 */
@ConfigurationProperties("banshi.messages")
public record MessageSettings(
        @DefaultValue("messenger") String name, @Nullable URI address, @Nullable String key) {

    public MessageSettings {
        address = address == null || address.toString().isBlank() ? null : address;
        key = key == null || key.isBlank() ? null : key;
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "MessageSettings[" + address + "]";
    }
}
