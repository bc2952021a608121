package org.banshi.web.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the page to which an address belongs that only takes forms, such as {@code
 * /work/tasks/1/completion}: the nearest one above it. Whoever switches the language on an answer,
 * or opens its address again, comes there.
 */
@Component
public class PageWays {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile @Nullable List<PathPattern> pages;

    /**
     * @param mapping of the pages' own handlers; asked when all of them are there
     */
    public PageWays(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** The page at {@code path}, or else the nearest above it; the start where there is none. */
    public String page(String path) {
        String at = path;
        while (!at.isEmpty() && !isPage(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return at.isEmpty() ? "/" : at;
    }

    private boolean isPage(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return pages().stream().anyMatch(page -> page.matches(asked));
    }

    private List<PathPattern> pages() {
        List<PathPattern> known = pages;
        if (known == null) {
            known =
                    mapping.getObject().getHandlerMethods().entrySet().stream()
                            .filter(PageWays::shows)
                            .map(entry -> entry.getKey().getPathPatternsCondition())
                            .flatMap(PageWays::patterns)
                            .toList();
            pages = known;
        }
        return known;
    }

    /** Handlers of pages answer with the name of a template. */
    private static boolean shows(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        HandlerMethod handler = entry.getValue();
        return entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && handler.getReturnType().getParameterType() == String.class
                && !handler.hasMethodAnnotation(ResponseBody.class);
    }

    private static Stream<PathPattern> patterns(@Nullable PathPatternsRequestCondition paths) {
        return paths == null ? Stream.empty() : paths.getPatterns().stream();
    }
}
