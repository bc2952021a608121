package org.banshi.app.outbound;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other machines are asked.
 *
 * @param inside names of machines on the platform's own network that may be asked all the same, and
 *     without TLS
 * @param connect how long a connection may take
 * @param answer how long the whole answer may take
 * @param mostBytes largest answer
 */
@ConfigurationProperties("banshi.outbound")
public record OutboundSettings(
        @DefaultValue Set<String> inside,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("10s") Duration answer,
        @DefaultValue("262144") int mostBytes) {

    public OutboundSettings {
        inside =
                inside.stream()
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
