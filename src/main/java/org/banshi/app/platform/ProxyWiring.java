package org.banshi.app.platform;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Believes the proxies that are named, and nobody else, about who asks and whether by TLS. */
@Configuration(proxyBeanMethods = false)
public class ProxyWiring {

    /**
     * Whoever sits on the inner network, and is no proxy, would else be believed about an address
     * that it made up: limits go by addresses.
     *
     * @throws StartUpException where everybody would be believed
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(
            ServerProperties server, ProxySettings settings) {
        if (server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK) {
            throw new StartUpException(
                    "BANSHI_PROXY is none or native; with framework everybody would be believed");
        }
        String named =
                settings.addresses().stream()
                        .map(address -> Pattern.quote(address.strip()))
                        .collect(Collectors.joining("|"));
        // Without an order it comes after Boot's own, which adds the valve.
        return factory ->
                factory.getEngineValves().stream()
                        .filter(RemoteIpValve.class::isInstance)
                        .map(RemoteIpValve.class::cast)
                        .filter(valve -> !named.isEmpty())
                        .forEach(valve -> valve.setInternalProxies(named));
    }
}
