package org.banshi.app;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set from outside.
 *
 * @param home the folder of the checkout
 * @param data the folder that holds what a run leaves behind
 * @param bpmn the folder of service packages and reference data; that of the checkout by default
 * @param masterKey base64 of the 32 bytes that wrap all keys; by default made once and kept in a
 *     file in {@code data}
 * @param proofs the build's list of packages whose golden scenarios came true, if it made one
 * @param playScenarios whether a package is checked and its golden scenarios must come true before
 *     it is published
 * @param keepUnfiled business time for which a paper is kept that was uploaded and not filed
 */
@ConfigurationProperties("banshi")
public record BanshiSettings(
        Path home,
        Path data,
        @Nullable Path bpmn,
        @Nullable String masterKey,
        @Nullable Path proofs,
        @DefaultValue("true") boolean playScenarios,
        @DefaultValue("7d") Duration keepUnfiled) {

    public BanshiSettings {
        masterKey = masterKey == null || masterKey.isBlank() ? null : masterKey;
    }

    /** The folder of service packages and reference data. */
    @Override
    public Path bpmn() {
        return bpmn == null ? home.resolve("bpmn") : bpmn;
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "BanshiSettings[home=%s, data=%s, bpmn=%s]".formatted(home, data, bpmn());
    }
}
