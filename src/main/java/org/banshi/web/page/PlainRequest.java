package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, with each line end as the one character that browsers count it as. A form sends
 * two, so that a text of several lines that just fits its field would be too long.
 */
final class PlainRequest extends HttpServletRequestWrapper {

    PlainRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String value = super.getParameter(name);
        return value == null ? null : plain(value);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = super.getParameterValues(name);
        return values == null ? null : plain(values);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> plain = new LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> plain.put(name, plain(values)));
        return Collections.unmodifiableMap(plain);
    }

    private static String[] plain(String[] values) {
        return Arrays.stream(values).map(PlainRequest::plain).toArray(String[]::new);
    }

    private static String plain(String value) {
        return value.replace("\r\n", "\n");
    }
}
