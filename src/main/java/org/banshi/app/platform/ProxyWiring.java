package org.banshi.app.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
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

    /** Nothing that would be looked up as a name. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Whoever sits on the inner network, and is no proxy, would else be believed about an address
     * that it made up: limits go by addresses.
     *
     * @throws StartUpException where everybody would be believed, or nobody who is named
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxies(
            ServerProperties server, ProxySettings settings) {
        if (server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK) {
            throw new StartUpException(
                    "BANSHI_PROXY is none or native; with framework everybody would be believed");
        }
        if (!settings.addresses().isEmpty()
                && server.getForwardHeadersStrategy() != ForwardHeadersStrategy.NATIVE) {
            throw new StartUpException(
                    "BANSHI_PROXY_ADDRESSES names proxies, and without BANSHI_PROXY=native none is"
                            + " believed");
        }
        String named =
                settings.addresses().stream()
                        .map(address -> Pattern.quote(seen(address.strip())))
                        .collect(Collectors.joining("|"));
        // Without an order it comes after Boot's own, which adds the valve.
        return factory ->
                factory.getEngineValves().stream()
                        .filter(RemoteIpValve.class::isInstance)
                        .map(RemoteIpValve.class::cast)
                        .filter(valve -> !named.isEmpty())
                        .forEach(valve -> valve.setInternalProxies(named));
    }

    /** The address as connections have it, which for IPv6 is not the way that people write it. */
    private static String seen(String address) {
        try {
            if (LITERAL.matcher(address).matches()) {
                return InetAddress.getByName(address).getHostAddress();
            }
            throw new UnknownHostException("no address");
        } catch (UnknownHostException no) {
            throw new StartUpException(
                    "BANSHI_PROXY_ADDRESSES are addresses such as 10.0.0.5 or fd00::5, no names and"
                            + " no networks: "
                            + address,
                    no);
        }
    }
}
