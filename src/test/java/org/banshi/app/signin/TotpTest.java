package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B: the digits 1 to 0, twice. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makes_the_codes_of_the_standard(long second, String code) {
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void takes_a_code_of_the_step_beside_and_none_further_away() {
        Instant then = Instant.ofEpochSecond(1_234_567_890);
        String code = Totp.codeAt(SECRET, then);

        assertThat(Totp.step(SECRET, code, then.plusSeconds(30))).isPresent();
        assertThat(Totp.step(SECRET, code, then.minusSeconds(30))).isPresent();
        assertThat(Totp.step(SECRET, code, then.plusSeconds(90))).isEmpty();
        assertThat(Totp.step(SECRET, "", then)).isEmpty();
    }

    @Test
    void has_secrets_of_160_bits_that_differ() {
        SecureRandom random = new SecureRandom();

        assertThat(Totp.newSecret(random)).matches("[A-Z2-7]{32}");
        assertThat(Totp.newSecret(random)).isNotEqualTo(Totp.newSecret(random));
    }
}
