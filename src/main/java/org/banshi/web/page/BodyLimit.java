package org.banshi.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that says beforehand that it is too large, and counts one that doesn't say. For
 * an upload it has to come before the check of the form's token: the container reads no field of
 * such a form, and the refusal would be told as one of the token.
 */
final class BodyLimit extends OncePerRequestFilter {

    private final long upload;
    private final long other;

    /**
     * @param upload bytes of a whole upload at most, as the container is told; it counts them
     * @param other bytes of any other request at most
     */
    BodyLimit(long upload, long other) {
        this.upload = upload;
        this.other = other;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean isUpload = type != null && type.startsWith("multipart/");
        long length = request.getContentLengthLong();
        if (length > (isUpload ? upload : other)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            boolean told = isUpload || length >= 0;
            chain.doFilter(told ? request : new CountedRequest(request, other), response);
        }
    }
}
