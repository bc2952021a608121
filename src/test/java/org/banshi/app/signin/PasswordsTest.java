package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = Passwords.quick();

    @Test
    void match_their_own_hash_and_no_other() {
        String hash = passwords.hash("a quiet river bends");

        assertThat(passwords.matches("a quiet river bends", hash)).isTrue();
        assertThat(passwords.matches("a quiet river bendS", hash)).isFalse();
        assertThat(passwords.matches("a quiet river bends", null)).isFalse();
    }

    @Test
    void are_never_cut_in_silence() {
        String hash = passwords.hash("x".repeat(72));

        assertThat(passwords.matches("x".repeat(72), hash)).isTrue();
        assertThat(passwords.matches("x".repeat(73), hash)).isFalse();
    }

    @Test
    void of_an_account_that_is_not_there_take_as_long() {
        String hash = passwords.hash("a quiet river bends");

        assertThat(hash.substring(0, 15)).isEqualTo(passwords.hash("another").substring(0, 15));
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }

    @Test
    void are_refused_when_short_long_common_or_the_account_itself() {
        assertThat(Passwords.fault("wang", "too short")).isPresent();
        assertThat(Passwords.fault("wang", "汉".repeat(25))).isPresent();
        assertThat(Passwords.fault("wang", "password123")).isPresent();
        assertThat(Passwords.fault("wang", "1234567890")).isPresent();
        assertThat(Passwords.fault("wang", "abababababab")).isPresent();
        assertThat(Passwords.fault("wang", "my-wang-and-i")).isPresent();
        for (String common :
                List.of(
                        "P@ssw0rd2024",
                        "qwertyuiop12",
                        "iloveyou1990",
                        "drowssap123",
                        "guangdong2026",
                        "banshi-banshi",
                        "Banshi_2026_Banshi",
                        "banshi-guangdong",
                        "password!2024",
                        "river-river-river",
                        "stone river stone river",
                        "kestrelkestrelkestrel",
                        "w.a.n.g-2026!")) {
            assertThat(Passwords.fault("wang", common)).as(common).isPresent();
        }
    }

    @Test
    void may_be_any_phrase_without_rules_on_its_letters() {
        assertThat(Passwords.fault("wang", "a quiet river bends")).isEmpty();
        assertThat(Passwords.fault("wang", "%(^)&!?~$=@<")).isEmpty();
        assertThat(Passwords.fault("wang", "banshi has a quiet river")).isEmpty();
        assertThat(Passwords.fault("wang", "春江潮水连海平海上明月")).isEmpty();
    }
}
