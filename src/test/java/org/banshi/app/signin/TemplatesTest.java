package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page holds what the content security policy forbids: it would not work, or weaken it. */
class TemplatesTest {

    private static final Pattern INLINE =
            Pattern.compile(
                    "<script(?![^>]*\\bsrc=)|<style\\b|\\s(?:th:)?(?:on[a-z]+|style)\\s*=|javascript:"
                            + "|\\bhx-on",
                    Pattern.CASE_INSENSITIVE);

    @Test
    void have_no_script_style_or_handler_inline() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Path.of("main/resources/templates"))) {
            templates = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        for (Path template : templates) {
            Matcher matcher = INLINE.matcher(Files.readString(template));
            while (matcher.find()) {
                found.add(template + ": " + matcher.group());
            }
        }

        assertThat(templates).hasSizeGreaterThan(30);
        assertThat(found).isEmpty();
    }

    /** Others use the same device; whether keys are wanted tells of nobody. */
    @Test
    void keep_nothing_of_anybody_in_the_browser() throws IOException {
        Pattern storage =
                Pattern.compile("(localStorage|sessionStorage|indexedDB|caches)\\b[^;{]*");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("main/resources/static/assets"))) {
            for (Path script : files.filter(it -> it.toString().endsWith(".js")).toList()) {
                Matcher matcher = storage.matcher(Files.readString(script));
                while (matcher.find()) {
                    found.add(script.getFileName() + ": " + matcher.group());
                }
            }
        }

        assertThat(found).isNotEmpty().allMatch(it -> it.matches("keys\\.js: .*KEYS_OFF.*"));
    }

    @Test
    void would_be_found_out() {
        for (String bad :
                List.of(
                        "<script>go()</script>",
                        "<p onclick=\"go()\">",
                        "<p style=\"color:red\">",
                        "<a href=\"javascript:go()\">")) {
            assertThat(INLINE.matcher(bad).find()).as(bad).isTrue();
        }
    }
}
