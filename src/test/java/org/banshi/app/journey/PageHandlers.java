package org.banshi.app.journey;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which handlers a browser may ask for a page. */
final class PageHandlers {

    /** Of other people, and what they show is theirs. */
    private static final Pattern NOT_OURS = Pattern.compile("org\\.spring(doc|framework)\\..*");

    private PageHandlers() {}

    /** The patterns of those that answer a GET with a page, or may do so for all that is known. */
    static Set<String> of(Iterable<RequestMappingHandlerMapping> mappings) {
        Set<String> shown = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach(
                            (info, handler) -> {
                                if (isRead(info) && mayShowAPage(info, handler)) {
                                    shown.addAll(info.getPatternValues());
                                }
                            });
        }
        return shown;
    }

    private static boolean isRead(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    /** What answers with bytes, a stream, nothing, or a body for programs is none. */
    private static boolean mayShowAPage(RequestMappingInfo info, HandlerMethod handler) {
        if (NOT_OURS.matcher(handler.getBeanType().getName()).matches()) {
            return false;
        }
        Set<MediaType> types = info.getProducesCondition().getProducibleMediaTypes();
        if (!types.isEmpty()) {
            return types.stream().anyMatch(MediaType.TEXT_HTML::includes);
        }
        Class<?> answer = handler.getReturnType().getParameterType();
        if (HttpEntity.class.isAssignableFrom(answer)) {
            return ResolvableType.forMethodParameter(handler.getReturnType())
                    .as(HttpEntity.class)
                    .getGeneric()
                    .isAssignableFrom(String.class);
        }
        boolean body =
                handler.hasMethodAnnotation(ResponseBody.class)
                        || AnnotatedElementUtils.hasAnnotation(
                                handler.getBeanType(), ResponseBody.class);
        return !body;
    }
}
