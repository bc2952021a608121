package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The examination that every journey's pages go through does find something. */
class AccessibilityTest {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"><head><title>A page</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body><main><h1>A page</h1>%s</main></body></html>
            """;

    @Test
    void finds_a_picture_without_words_pale_letters_and_a_page_that_is_too_wide() {
        try (Browser browser = Browser.phone(0)) {
            browser.show(
                    PAGE.formatted(
                            """
                            <img src="data:,"><p style="color: #bbb">pale</p>
                            <div style="width: 2000px">wide</div>
                            """));

            assertThatThrownBy(() -> browser.picture("broken"))
                    .hasMessageContaining("image-alt (critical)")
                    .hasMessageContaining("color-contrast (serious)")
                    .hasMessageContaining("phone: the page is wider than the screen");
        }
    }

    @Test
    void finds_letters_that_are_pale_by_night_alone() {
        try (Browser browser = Browser.desktop(0)) {
            browser.show(
                    PAGE.formatted(
                            """
                            <style>@media (prefers-color-scheme: dark) {
                              body { background: #000; color: #333 } }</style><p>dark</p>
                            """));

            assertThatThrownBy(() -> browser.picture("broken"))
                    .hasMessageContaining("\"dark: color-contrast")
                    .hasMessageNotContaining("\"color-contrast");
        }
    }

    @Test
    void has_nothing_against_a_plain_page() {
        try (Browser browser = Browser.phone(0)) {
            browser.show(PAGE.formatted("<p>Plain words.</p>"));

            assertThatCode(() -> browser.picture("plain")).doesNotThrowAnyException();
        }
    }
}
