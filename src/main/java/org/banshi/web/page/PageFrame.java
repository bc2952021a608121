package org.banshi.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page can use: words of its language, who is signed in, and where it is. */
public final class PageFrame {

    /**
     * What the page's head shows of who is signed in; {@code body} is an officer's, {@code
     * actingFor} the name of whom the session acts for.
     */
    public record Visitor(
            String name,
            boolean citizen,
            boolean staff,
            boolean supervisor,
            boolean operator,
            boolean auditor,
            boolean security,
            boolean publisher,
            boolean committee,
            @Nullable String body,
            @Nullable String actingFor) {}

    private PageFrame() {}

    /** Attributes for the page that answers {@code request}. */
    public static Map<String, @Nullable Object> of(HttpServletRequest request, String path) {
        Words words = new Words(Languages.of(request));
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("say", words);
        attributes.put("path", path);
        attributes.put("visitor", visitor(words));
        attributes.put("care", CareMode.of(request));
        attributes.put("toChinese", switched(request, path, Languages.NAME, "zh"));
        attributes.put("toEnglish", switched(request, path, Languages.NAME, "en"));
        attributes.put("toCare", switched(request, path, CareMode.NAME, "on"));
        attributes.put("toPlain", switched(request, path, CareMode.NAME, "off"));
        attributes.put("theme", Theme.of(request));
        attributes.put("toAuto", switched(request, path, Theme.NAME, Theme.AUTO));
        attributes.put("toLight", switched(request, path, Theme.NAME, "light"));
        attributes.put("toDark", switched(request, path, Theme.NAME, "dark"));
        return attributes;
    }

    /** The same page with one choice made; what it was asked for stays, what it tells once goes. */
    private static String switched(
            HttpServletRequest request, String path, String name, String value) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(path);
        if (path.equals(request.getRequestURI())) {
            page.query(request.getQueryString());
        }
        return page.replaceQueryParam("done").replaceQueryParam(name, value).build().toUriString();
    }

    private static @Nullable Visitor visitor(Words words) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
            return null;
        }
        return new Visitor(
                words.of(who.name()),
                who.scope().has(Role.CITIZEN),
                who.scope().has(Role.OFFICER) || who.scope().has(Role.SUPERVISOR),
                who.scope().has(Role.SUPERVISOR),
                who.scope().has(Role.OPERATOR),
                who.scope().has(Role.AUDITOR),
                who.scope().has(Role.SECURITY),
                who.scope().has(Role.PUBLISHER),
                who.scope().has(Role.COMMITTEE),
                who.scope().body(),
                actingFor(who));
    }

    /** Always in sight: whoever acts for another must not take it for one's own affair. */
    private static @Nullable String actingFor(SignedIn who) {
        if (who.actor().onBehalfOf() == null) {
            return null;
        }
        return who.details() == null ? "" : who.details().name();
    }
}
