package org.banshi.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an upload that says beforehand that it is too large. It has to come before the check of
 * the form's token: the container reads no field of such a form, and the refusal would be told as
 * one of the token.
 */
final class UploadLimit extends OncePerRequestFilter {

    private final long most;

    /**
     * @param most bytes of a whole request, as the container is told
     */
    UploadLimit(long most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null
                && type.startsWith("multipart/")
                && request.getContentLengthLong() > most) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
