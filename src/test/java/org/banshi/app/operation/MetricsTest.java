package org.banshi.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.app.BanshiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@BanshiTest
class MetricsTest {

    private static final String REQUESTS = "http.server.requests";

    private final List<RequestMappingHandlerMapping> mappings;
    private final MeterFilter limit;

    @Autowired
    MetricsTest(
            List<RequestMappingHandlerMapping> mappings,
            @Qualifier("metricsHttpServerUriTagFilter") MeterFilter limit) {
        this.mappings = mappings;
        this.limit = limit;
    }

    @Test
    void tells_the_figures_of_every_address_there_is() {
        Set<String> addresses =
                mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(handler -> handler.getPatternValues().stream())
                        .collect(Collectors.toSet());
        MeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(limit);

        addresses.forEach(address -> registry.timer(REQUESTS, "uri", address));

        assertThat(addresses).hasSizeGreaterThan(200);
        assertThat(registry.find(REQUESTS).timers()).hasSameSizeAs(addresses);
    }
}
