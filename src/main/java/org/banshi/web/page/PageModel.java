package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page its frame. A page that answers a form has the address of the page where the form
 * stands, and in {@code sent} what was typed, field by field, to be typed no second time; {@code
 * ticked} has {@code field=value} for each value of what takes several.
 */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final PageWays ways;

    PageModel(PageWays ways) {
        this.ways = ways;
    }

    @ModelAttribute
    void add(Model model, HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean answers = request.getMethod().equals("POST") && !path.startsWith("/api/");
        model.addAllAttributes(PageFrame.of(request, answers ? ways.page(path) : path));
        model.addAttribute("sent", answers ? sent(request) : Map.of());
        model.addAttribute("ticked", answers ? ticked(request) : Set.of());
    }

    private static Set<String> ticked(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(
                        field ->
                                Arrays.stream(field.getValue())
                                        .map(it -> field.getKey() + "=" + it))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> sent(HttpServletRequest request) {
        Map<String, String> sent = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
        return sent;
    }
}
