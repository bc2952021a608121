package org.banshi.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Literal JSON that older programs wrote. */
class OldRevisionsTest {

    private static final ApplicationId CASE =
            new ApplicationId("00000000-0000-0000-0000-000000000001");
    private static final PersonId LIN = new PersonId("person-1");

    @TempDir private Path keys;

    @Test
    void a_question_of_the_first_revision_is_about_the_applicant_alone() {
        assertThat(
                        read(
                                "application.register-asked",
                                "about",
                                "{\"name\":\"林小灯\"}",
                                """
                                {"application":"00000000-0000-0000-0000-000000000001",
                                "subject":"person-1","question":"income","register":"tax",
                                "about":"%s","authority":"m-9"}"""))
                .isEqualTo(
                        new ApplicationEvent.RegisterAsked(
                                CASE,
                                LIN,
                                "income",
                                "tax",
                                new FormData(Map.of("name", "林小灯")),
                                new Authority("m-9", null, null)));
    }

    @Test
    void an_answer_of_the_first_revision_is_the_only_one() {
        assertThat(
                        read(
                                "application.register-answered",
                                "answer",
                                "{\"rented\":true}",
                                """
                                {"application":"00000000-0000-0000-0000-000000000001",
                                "subject":"person-1","question":"income","register":"tax",
                                "outcome":"ANSWERED","answer":"%s"}"""))
                .isEqualTo(
                        new ApplicationEvent.RegisterAnswered(
                                CASE,
                                LIN,
                                "income",
                                "tax",
                                null,
                                RegisterOutcome.ANSWERED,
                                new FormData(Map.of("rented", true)),
                                0));
    }

    private Object read(String name, String personal, String plain, String json) {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        String envelope = cipher.encrypt(LIN, plain, name + "/" + personal);
        return new EventCodec(Stories.EVENTS, cipher, OldRevisions.UPCASTERS)
                .decode(name, 1, json.formatted(envelope));
    }
}
