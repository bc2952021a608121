package org.banshi.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the one character that the database cannot keep in a text, wherever it comes in, and
 * hands on line ends as people count them.
 */
final class PlainParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().contains("%00") || hasNul(request.getParameterMap())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(new PlainRequest(request), response);
        }
    }

    private static boolean hasNul(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .anyMatch(
                        entry ->
                                entry.getKey().indexOf('\0') >= 0
                                        || Arrays.stream(entry.getValue())
                                                .anyMatch(value -> value.indexOf('\0') >= 0));
    }
}
