package org.banshi.app.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords: kept by bcrypt, which takes its time; chosen by length rather than by kinds of
 * characters (NIST SP 800-63B 5.1.1.2, ASVS 5.0 6.2).
 */
final class Passwords {

    /** Characters of the shortest password; ASVS asks for 8 and recommends more. */
    static final int SHORTEST = 10;

    static final int LONGEST = 64;

    /** Bcrypt reads no further; what is longer would be cut in silence. */
    private static final int MOST_BYTES = 72;

    private static final Text LENGTH =
            Text.of(
                    "密码应为10至64个字符（汉字不超过24个）。",
                    "A password has 10 to 64 characters (72 bytes in UTF-8).");
    private static final Text COMMON =
            Text.of(
                    "这个密码太常见，容易被猜到。请换一个。",
                    "This password is too common and easily guessed. Choose another.");
    private static final Text NAMED =
            Text.of("密码中不能含有账号。", "A password must not contain the account's name.");

    /** What is likely here beside the common ones: the platform and where it serves. */
    private static final List<String> CONTEXT =
            List.of(
                    "banshi",
                    "guangdong",
                    "guangzhou",
                    "shenzhen",
                    "tianhe",
                    "yuexiu",
                    "zhongguo",
                    "zhengwu",
                    "zhengfu",
                    "fuwu",
                    "jiedao",
                    "minzheng",
                    "woaini",
                    "woaiwojia",
                    "administrator",
                    "changeme",
                    "qazwsxedc");

    /**
     * Tries out of which a guesser finds it by common passwords, names, words, keyboards, dates and
     * repeats; below a thousand million it is refused (log 10). Any three parts count a hundred
     * million, however easy each of them is.
     */
    private static final double LEAST_GUESSES = 9;

    /** Lists of common passwords, names and words, and how guessers vary them (MIT licence). */
    private static final Zxcvbn GUESSER = new Zxcvbn();

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}_.,;:+/]+");

    private static final Pattern REPEATED = Pattern.compile("(.{2,}?)\\1+");

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private final String nobodys;

    private Passwords(int strength) {
        encoder =
                new DelegatingPasswordEncoder(
                        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
        nobodys = encoder.encode("nobody's password");
    }

    /** For people: about a tenth of a second a log-in. */
    static Passwords slow() {
        return new Passwords(11);
    }

    /** For a demo, whose password is printed: nothing is kept by waiting. */
    static Passwords quick() {
        return new Passwords(4);
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** One to begin with, which its holder replaces: a hundred bits that can be copied by hand. */
    String random() {
        return whole(half(), half());
    }

    /** Half of such a one, for who must not know all of it. */
    String half() {
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            half.append(i == 5 ? "-" : "").append(letter());
        }
        return half.toString();
    }

    static String whole(String first, String second) {
        return first + "-" + second;
    }

    /** A random letter or digit, of those that do not look alike. */
    char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    /**
     * Whether it is the password of that hash; null for an account that is not there, which takes
     * just as long.
     */
    boolean matches(String password, @Nullable String hash) {
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        boolean right = encoder.matches(fits ? password : "", hash == null ? nobodys : hash);
        return right && fits && hash != null;
    }

    /** What speaks against choosing this password; empty when nothing does. */
    static Optional<Text> fault(String account, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST
                || length > LONGEST
                || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(LENGTH);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String name = account.toLowerCase(Locale.ROOT);
        if (lower.contains(name) || joined(lower).contains(joined(name))) {
            return Optional.of(NAMED);
        }
        boolean common =
                lower.chars().distinct().count() < 5
                        || isEasy(password, account)
                        || isEasy(joined(withoutRepeats(withoutContext(lower))), account);
        return common ? Optional.of(COMMON) : Optional.empty();
    }

    private static boolean isEasy(String password, String account) {
        List<String> likely = new ArrayList<>(CONTEXT);
        likely.add(account);
        return password.isBlank()
                || GUESSER.measure(password, likely).getGuessesLog10() < LEAST_GUESSES;
    }

    /** Without what parts its words; what consists of that alone stays as it is. */
    private static String joined(String text) {
        String joined = BETWEEN.matcher(text).replaceAll("");
        return joined.isEmpty() ? text : joined;
    }

    /** What a guesser expects here adds nothing to a password. */
    private static String withoutContext(String lower) {
        String rest = lower;
        for (String word : CONTEXT) {
            rest = rest.replace(word, " ");
        }
        return rest;
    }

    /** Each word once, and what follows itself once. */
    private static String withoutRepeats(String text) {
        String words =
                Arrays.stream(BETWEEN.split(text))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" "));
        return REPEATED.matcher(words).replaceAll("$1");
    }
}
