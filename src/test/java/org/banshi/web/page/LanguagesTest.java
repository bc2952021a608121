package org.banshi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTest {

    private static final Pattern NAMED = Pattern.compile("#\\{([\\w.-]+)[(}]");

    @Test
    void speaks_chinese_unless_a_page_was_switched() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept-Language", "en");
        assertThat(Languages.of(request)).isEqualTo(Locale.CHINESE);

        request.setCookies(new Cookie("lang", "en"));
        assertThat(Languages.of(request)).isEqualTo(Locale.ENGLISH);

        request.setParameter("lang", "zh");
        assertThat(Languages.of(request)).isEqualTo(Locale.CHINESE);

        request.setParameter("lang", "<script>");
        assertThat(Languages.of(request)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void takes_the_language_of_a_program_from_its_header() {
        assertThat(api("en")).isEqualTo(Locale.ENGLISH);
        assertThat(api("zh-TW, en;q=0.9")).isEqualTo(Locale.CHINESE);
        assertThat(api("en-GB;q=0.8, fr")).isEqualTo(Locale.ENGLISH);
        assertThat(api("fr")).isEqualTo(Locale.CHINESE);
        assertThat(api(";;;q=x")).isEqualTo(Locale.CHINESE);
    }

    @Test
    void says_everything_in_both_languages() {
        ResourceBundle chinese = ResourceBundle.getBundle("messages/pages", Locale.ROOT);
        ResourceBundle english = ResourceBundle.getBundle("messages/pages", Locale.ENGLISH);

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(chinese.keySet())
                .allSatisfy(
                        key ->
                                assertThat(english.getString(key))
                                        .isNotBlank()
                                        .doesNotMatch("(?s).*\\p{IsHan}.*"));
    }

    @Test
    void has_all_words_that_templates_name() throws IOException {
        ResourceBundle words = ResourceBundle.getBundle("messages/pages", Locale.ROOT);
        Set<String> missing = new TreeSet<>();
        int named = 0;
        try (Stream<Path> files = Files.walk(Path.of("main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher key = NAMED.matcher(Files.readString(file));
                for (; key.find(); named++) {
                    if (!words.containsKey(key.group(1))) {
                        missing.add(key.group(1) + " in " + file.getFileName());
                    }
                }
            }
        }

        assertThat(named).isGreaterThan(500);
        assertThat(missing).isEmpty();
    }

    private static Locale api(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/services");
        request.addHeader("Accept-Language", header);
        return Languages.of(request);
    }
}
