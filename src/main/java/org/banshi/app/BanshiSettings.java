package org.banshi.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set from outside.
 *
 * @param home the folder of the checkout
 * @param data the folder that holds what a run leaves behind
 * @param bpmn the folder of service packages and reference data; that of the checkout by default
 */
@ConfigurationProperties("banshi")
public record BanshiSettings(Path home, Path data, @Nullable Path bpmn) {

    /** The folder of service packages and reference data. */
    @Override
    public Path bpmn() {
        return bpmn == null ? home.resolve("bpmn") : bpmn;
    }
}
