package org.banshi.app.platform;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word on address and TLS counts, where a proxy is believed at all.
 *
 * @param addresses of the proxies; where none is named, every one on a private network
 */
@ConfigurationProperties(ProxySettings.PREFIX)
public record ProxySettings(@DefaultValue Set<String> addresses) {

    /**
     * Not {@code banshi.proxy}: the variable BANSHI_PROXY would be read as the whole of these
     * settings.
     */
    static final String PREFIX = "banshi.believed-proxies";
}
