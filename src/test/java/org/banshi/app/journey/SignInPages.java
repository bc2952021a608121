package org.banshi.app.journey;

import static org.banshi.app.journey.Page.page;

import java.util.List;

/** Where people prove who they are. */
final class SignInPages {

    static final List<Page> PAGES =
            List.of(
                    page("/sign-in", "sign-in", "", "/sign-in?to=/cases").everyWay(),
                    page("/sign-in/face", "face", "", "/sign-in/face"),
                    page("/sign-in/passkeys", "passkeys", "{applicant}", "/sign-in/passkeys"),
                    page("/sign-in/verify", "verify", "{applicant}", "/sign-in/verify?to=/cases"),
                    page("/sign-in/sessions", "sessions", "{household}", "/sign-in/sessions")
                            .told(),
                    page("/sign-in/held/{id}", "held", "{household}", "/sign-in/held/{held}"),
                    page("/sign-in/password", "password", "{household}", "/sign-in/password"),
                    page("/sign-in/factor", "factor", "{household}", "/sign-in/factor"),
                    page("/sign-in/code", "code", "{coded}", "/sign-in/code"),
                    page("/sign-in/face/answer", "face-answer", "", "/sign-in/face/answer"),
                    page(
                            "/sign-in/face/stand-in/{reference}",
                            "face-stand-in",
                            "",
                            "/sign-in/face/stand-in/{face}"));

    private SignInPages() {}
}
