package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteScanTest {

    @Test
    void finds_what_ends_a_text_wherever_it_stands() {
        byte[] plain = "演示 abc é".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= plain.length; length++) {
            assertThat(ByteScan.textEnd(plain, 0, length)).isEqualTo(length);
            for (int ending : new int[] {'"', '\\', 0, 7, '\n', 31}) {
                for (int at = 0; at < length; at++) {
                    byte[] text = Arrays.copyOf(plain, plain.length);
                    text[at] = (byte) ending;
                    assertThat(ByteScan.textEnd(text, 0, length)).isEqualTo(at);
                    assertThat(ByteScan.textEnd(text, at, length)).isEqualTo(at);
                    assertThat(ByteScan.textEnd(text, at + 1, length)).isEqualTo(length);
                }
            }
        }
    }

    @Test
    void takes_no_other_byte_for_the_end_of_a_text() {
        for (int other = 0; other < 256; other++) {
            boolean ends = other < ' ' || other == '"' || other == '\\';
            byte[] text = new byte[8];
            Arrays.fill(text, (byte) other);
            assertThat(ByteScan.textEnd(text, 0, 8)).isEqualTo(ends ? 0 : 8);
        }
    }

    @Test
    void finds_the_first_end_of_a_line() {
        byte[] lines = "0123456789\r0123456\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(ByteScan.lineEnd(lines, 0, lines.length)).isEqualTo(10);
        assertThat(ByteScan.lineEnd(lines, 11, lines.length)).isEqualTo(18);
        assertThat(ByteScan.lineEnd(lines, 0, 10)).isEqualTo(10);
        assertThat(ByteScan.lineEnd(lines, 11, 18)).isEqualTo(18);
    }
}
