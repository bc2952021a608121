package org.banshi.web.officer;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/**
 * Where in the work list an officer is: filters, order and page, so that the way back from a task
 * leads there. It is kept in the browser, without what was searched for, as that may be a name.
 */
@ControllerAdvice(basePackageClasses = ListPlace.class)
class ListPlace {

    private static final String COOKIE = "banshi-list";
    private static final String LIST = "/work";

    /** The list's own address, and no other. */
    private static final Pattern ADDRESS =
            Pattern.compile("/work(\\?[A-Za-z0-9&=%._:~+-]{0,1000})?");

    /** For the links that lead back. */
    @ModelAttribute
    void add(Model model, HttpServletRequest request) {
        model.addAttribute("list", of(request));
    }

    /** The list as it was looked at last; the whole of it where nobody knows. */
    static String of(HttpServletRequest request) {
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        if (kept == null) {
            return LIST;
        }
        try {
            String address =
                    new String(
                            Base64.getUrlDecoder().decode(kept.getValue()),
                            StandardCharsets.US_ASCII);
            return ADDRESS.matcher(address).matches() ? address : LIST;
        } catch (IllegalArgumentException foreign) {
            return LIST;
        }
    }

    /** The same with a word about what was done. */
    static String after(HttpServletRequest request, String done) {
        String list = of(request);
        return list + (list.contains("?") ? "&" : "?") + "done=" + done;
    }

    static void keep(String address, HttpServletResponse response) {
        Cookie cookie =
                new Cookie(
                        COOKIE,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(address.getBytes(StandardCharsets.US_ASCII)));
        cookie.setPath(LIST);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
