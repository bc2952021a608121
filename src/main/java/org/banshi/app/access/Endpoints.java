package org.banshi.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which endpoint a request asked, also where it was stopped at the door. All endpoints count as
 * personal but those that are listed here: a new one is noted before anybody thinks of it.
 */
final class Endpoints {

    /** Say nothing of anybody, or are noted as log-ins. */
    private static final Set<String> IMPERSONAL =
            Set.of(
                    "/",
                    "/error",
                    "/services",
                    "/services/{service}",
                    "/notices",
                    "/notices/{number}",
                    "/calculators/overtime",
                    "/api/v1/calculators/overtime",
                    "/api/v1/notices/{number}",
                    "/api/v1/regions",
                    "/api/v1/services",
                    "/api/v1/services/{service}",
                    "/api/v1/services/{service}/rosters/{field}/template",
                    "/services/{service}/apply/rosters/{field}/template",
                    "/work/changes",
                    "/work/columns",
                    "/work/views",
                    "/work/views/{view}",
                    "/work/views/{view}/deletion",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/sign-in",
                    "/sign-in/code",
                    "/sign-in/face",
                    "/sign-in/face/answer",
                    "/sign-in/face/stand-in/{reference}",
                    "/sign-in/factor",
                    "/sign-in/passkey",
                    "/sign-in/passkey/options",
                    "/sign-in/passkey/verification",
                    "/sign-in/password",
                    "/sign-in/verify",
                    "/sign-out",
                    "/api/v1/sessions",
                    "/api/v1/sessions/verification");

    private final Supplier<Stream<RequestMappingHandlerMapping>> mappings;
    private volatile List<Known> known = List.of();

    /**
     * @param mappings asked for when the first request is stopped at the door
     */
    Endpoints(Supplier<Stream<RequestMappingHandlerMapping>> mappings) {
        this.mappings = mappings;
    }

    private record Known(Set<RequestMethod> methods, PathPattern pattern) {}

    /**
     * An endpoint.
     *
     * @param pattern of its path
     * @param variables of the path, by name
     */
    record Endpoint(String pattern, Map<String, String> variables) {
        boolean personal(String method) {
            return !IMPERSONAL.contains(pattern)
                    && !(pattern.equals("/progress") && method.equals("GET"));
        }
    }

    /** Empty where there is none such. */
    Optional<Endpoint> of(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null) {
            return pattern.toString().endsWith("/**")
                    ? Optional.empty()
                    : Optional.of(new Endpoint(pattern.toString(), variables(request)));
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return all().stream()
                .filter(
                        it ->
                                it.methods().isEmpty()
                                        || it.methods().stream()
                                                .anyMatch(
                                                        one ->
                                                                one.name()
                                                                        .equals(
                                                                                request
                                                                                        .getMethod())))
                .flatMap(it -> Stream.ofNullable(endpoint(it.pattern(), path)))
                .findFirst();
    }

    private static @Nullable Endpoint endpoint(PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match == null
                ? null
                : new Endpoint(pattern.getPatternString(), match.getUriVariables());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }

    private List<Known> all() {
        if (known.isEmpty()) {
            List<Known> found = new ArrayList<>();
            mappings.get()
                    .flatMap(it -> it.getHandlerMethods().keySet().stream())
                    .forEach(info -> found.addAll(of(info)));
            found.sort(Comparator.comparing(Known::pattern));
            known = List.copyOf(found);
        }
        return known;
    }

    private static List<Known> of(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .map(
                        it ->
                                new Known(
                                        info.getMethodsCondition().getMethods(),
                                        PathPatternParser.defaultInstance.parse(it)))
                .toList();
    }
}
