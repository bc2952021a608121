package org.banshi.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.banshi.command.contract.application.ApplicationEvent.Delivered;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What older programs stored is read by this one. */
class UpcastersTest {

    /** As revision 1 stored it, letter by letter. */
    private static final String DELIVERED_1 =
            """
            {"application":"00000000-0000-0000-0000-000000000001","subject":"person-1",\
            "delivery":"d-1","document":"decision","day":"2026-09-14",\
            "proof":"post: RR123456789CN","remedies":[{"code":"litigation",\
            "where":{"zh":"行政诉讼","en":"Litigation"},\
            "lastDay":{"day":"2027-03-14","provisional":false},"rule":"行政诉讼法 46"}]}""";

    private final EventCodec codec;

    UpcastersTest(@TempDir Path keys) {
        codec =
                new EventCodec(
                        Stories.EVENTS,
                        new PersonCipher(FileKeyVault.open(keys, null)),
                        Stories.UPCASTERS);
    }

    @Test
    void a_proof_that_was_stored_in_clear_is_read_and_is_stored_so_no_more() {
        Delivered delivered = (Delivered) codec.decode("application.delivered", 1, DELIVERED_1);

        assertThat(delivered.proof()).isEqualTo("post: RR123456789CN");
        assertThat(delivered.remedies()).hasSize(1);
        String now = codec.encode(delivered);
        assertThat(now).contains("\"proof\":\"p1:person-1:").doesNotContain("RR123456789CN");
        assertThat(codec.decode("application.delivered", 2, now)).isEqualTo(delivered);
    }

    @Test
    void every_revision_that_was_ever_stored_is_lifted() {
        assertThat(Stories.EVENTS.names())
                .allSatisfy(
                        name -> {
                            for (int from = 1; from < Stories.EVENTS.revisionOf(name); from++) {
                                int revision = from;
                                assertThat(Stories.UPCASTERS)
                                        .anyMatch(
                                                it ->
                                                        it.name().equals(name)
                                                                && it.revision() == revision);
                            }
                        });
    }
}
