package org.banshi.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Delivered;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.eventstore.codec.EventCodec;
import org.banshi.eventstore.codec.Upcaster;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Literal JSON that older programs wrote. */
class OldRevisionsTest {

    private static final ApplicationId CASE =
            new ApplicationId("00000000-0000-0000-0000-000000000001");
    private static final PersonId LIN = new PersonId("person-1");

    /** As revision 1 stored it, letter by letter. */
    private static final String DELIVERED_1 =
            """
            {"application":"00000000-0000-0000-0000-000000000001","subject":"person-1",\
            "delivery":"d-1","document":"decision","day":"2026-09-14",\
            "proof":"post: RR123456789CN","remedies":[{"code":"litigation",\
            "where":{"zh":"行政诉讼","en":"Litigation"},\
            "lastDay":{"day":"2027-03-14","provisional":false},"rule":"行政诉讼法 46"}]}""";

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

    @Test
    void a_decision_of_the_first_revision_holds_all_that_it_was_given() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        String inputs = "{\"fire\":[{\"outcome\":\"ANSWERED\",\"engines\":2}]}";
        assertThat(
                        codec(cipher)
                                .decode(
                                        "application.rule-decided",
                                        1,
                                        """
                                        {"application":"00000000-0000-0000-0000-000000000001",
                                        "subject":"person-1","decision":"fee",
                                        "tableVersion":{"service":"lantern-permit","version":3},
                                        "asOf":"2026-09-14","outcome":"due","provisional":false,
                                        "inputs":"%s","outputs":"%s"}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                inputs,
                                                                "application.rule-decided/inputs"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "{\"yuan\":12}",
                                                                "application.rule-decided/outputs"))))
                .isEqualTo(
                        new ApplicationEvent.RuleDecided(
                                CASE,
                                LIN,
                                "fee",
                                new ServiceVersion("lantern-permit", 3),
                                LocalDate.parse("2026-09-14"),
                                "due",
                                false,
                                new FormData(
                                        Map.of(
                                                "fire",
                                                List.of(
                                                        Map.of(
                                                                "outcome",
                                                                "ANSWERED",
                                                                "engines",
                                                                2)))),
                                new FormData(Map.of("yuan", 12))));
    }

    @Test
    void a_proof_that_was_stored_in_clear_is_read_and_is_stored_so_no_more() {
        EventCodec codec = codec(new PersonCipher(FileKeyVault.open(keys, null)));
        Delivered delivered = (Delivered) codec.decode("application.delivered", 1, DELIVERED_1);

        assertThat(delivered.proof()).isEqualTo("post: RR123456789CN");
        assertThat(delivered.remedies()).hasSize(1);
        String now = codec.encode(delivered);
        assertThat(now).contains("\"proof\":\"p1:person-1:").doesNotContain("RR123456789CN");
        assertThat(codec.decode("application.delivered", 2, now)).isEqualTo(delivered);
    }

    @Test
    void a_draw_of_before_is_of_the_row_of_its_county_and_year() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "social.spot-check-drawn",
                                        1,
                                        """
                                        {"application":"00000000-0000-0000-0000-000000000001",
                                        "subject":"person-1","county":"440106","year":2026,
                                        "serial":3,"seed":"ab","percent":30,"drawn":true}"""))
                .isEqualTo(
                        new SocialEvent.SpotCheckDrawn(
                                CASE,
                                LIN,
                                null,
                                new RegionCode("440106"),
                                2026,
                                3,
                                "ab",
                                30,
                                true));
    }

    @Test
    void whoever_was_certified_before_officers_did_so_did_it_online() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "benefit.certified",
                                        1,
                                        """
                                        {"benefit":"00000000-0000-0000-0000-000000000002",
                                        "subject":"person-1","year":2026,"way":"ONLINE"}"""))
                .isEqualTo(
                        new BenefitEvent.Certified(
                                new BenefitId("00000000-0000-0000-0000-000000000002"),
                                LIN,
                                2026,
                                CertificationWay.ONLINE,
                                null,
                                null));
    }

    @Test
    void the_hash_of_a_number_is_readable_no_longer_than_the_person() {
        FileKeyVault vault = FileKeyVault.open(keys, null);
        PersonCipher cipher = new PersonCipher(vault);
        EventCodec codec = codec(cipher);
        String details =
                cipher.encrypt(
                        LIN,
                        """
                        {"name":"林小灯","identityNumber":"440106190503071237",\
                        "phone":"13800000000"}""",
                        "citizen.registered/details");
        CitizenEvent.Registered registered =
                (CitizenEvent.Registered)
                        codec.decode(
                                "citizen.registered",
                                1,
                                """
                                {"citizen":"citizen:person-1","subject":"person-1",
                                "identity":"the-hash",
                                "proof":{"way":"COUNTER","shown":"id-card","level":5},
                                "details":"%s"}"""
                                        .formatted(details));

        assertThat(registered.identity()).isEqualTo("the-hash");
        String now = codec.encode(registered);
        assertThat(now).doesNotContain("the-hash");
        assertThat(codec.decode("citizen.registered", 2, now)).isEqualTo(registered);
        vault.destroy(LIN);
        CitizenEvent.Registered gone =
                (CitizenEvent.Registered) codec.decode("citizen.registered", 2, now);
        assertThat(gone.identity()).isNull();
        assertThat(gone.proof()).isEqualTo(registered.proof());
    }

    @Test
    void a_rate_of_the_first_revision_does_not_say_on_which_figure_it_rests() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "benefit.granted",
                                        1,
                                        """
                                        {"benefit":"00000000-0000-0000-0000-000000000002",
                                        "subject":"person-1","kind":"living-allowance",
                                        "monthlyAmount":"%s",
                                        "firstMonth":"2026-04-01","members":3}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1314.00",
                                                                "benefit.granted/monthlyAmount"))))
                .isInstanceOfSatisfying(
                        BenefitEvent.Granted.class,
                        it -> {
                            assertThat(it.members()).isEqualTo(3);
                            assertThat(it.monthlyAmount()).isEqualTo("1314.00");
                            assertThat(it.standard()).isNull();
                        });
    }

    @Test
    void an_increase_of_the_second_revision_does_not_say_whether_its_figure_is_to_be_confirmed() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "benefit.increased",
                                        2,
                                        """
                                        {"benefit":"00000000-0000-0000-0000-000000000002",
                                        "subject":"person-1",
                                        "monthlyAmount":"%s",
                                        "from":"2026-09-01","reason":"%s",
                                        "standard":"%s"}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1500.00",
                                                                "benefit.increased/monthlyAmount"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "\"more\"",
                                                                "benefit.increased/reason"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1238.00",
                                                                "benefit.increased/standard"))))
                .isEqualTo(
                        new BenefitEvent.Increased(
                                new BenefitId("00000000-0000-0000-0000-000000000002"),
                                LIN,
                                new BigDecimal("1500.00"),
                                LocalDate.parse("2026-09-01"),
                                "more",
                                null,
                                new BigDecimal("1238.00"),
                                null));
    }

    @Test
    void a_decrease_of_the_second_revision_does_not_say_whether_its_figure_is_to_be_confirmed() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "benefit.decreased",
                                        2,
                                        """
                                        {"benefit":"00000000-0000-0000-0000-000000000002",
                                        "subject":"person-1",
                                        "monthlyAmount":"%s","standard":"%s","remedies":[]}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                "900.00",
                                                                "benefit.decreased/monthlyAmount"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1238.00",
                                                                "benefit.decreased/standard"))))
                .isInstanceOfSatisfying(
                        BenefitEvent.Decreased.class,
                        it -> {
                            assertThat(it.monthlyAmount()).isEqualTo("900.00");
                            assertThat(it.standard()).isEqualTo("1238.00");
                            assertThat(it.provisional()).isNull();
                        });
    }

    @Test
    void a_confirmation_of_the_second_revision_does_not_say_that_its_case_came_to_less() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "benefit.confirmed-anew",
                                        2,
                                        """
                                        {"benefit":"00000000-0000-0000-0000-000000000002",
                                        "subject":"person-1",
                                        "application":"00000000-0000-0000-0000-000000000001",
                                        "monthlyAmount":"%s",
                                        "from":"2026-09-01","reviewEvery":3,
                                        "standard":"%s"}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1314.00",
                                                                "benefit.confirmed-anew/monthlyAmount"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1238.00",
                                                                "benefit.confirmed-anew/standard"))))
                .isEqualTo(
                        new BenefitEvent.ConfirmedAnew(
                                new BenefitId("00000000-0000-0000-0000-000000000002"),
                                LIN,
                                CASE,
                                new BigDecimal("1314.00"),
                                LocalDate.parse("2026-09-01"),
                                null,
                                3,
                                null,
                                new BigDecimal("1238.00"),
                                false));
    }

    @Test
    void a_stop_of_the_second_revision_does_not_say_of_what_kind_its_months_were() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "benefit.stopped",
                                        2,
                                        """
                                        {"benefit":"00000000-0000-0000-0000-000000000002",
                                        "subject":"person-1","lastMonth":"2026-09-01",
                                        "reason":"%s","rule":"rules §2.7",
                                        "noticeServedOn":"2026-09-14","remedies":[],
                                        "endedOn":"2026-09-10","heirs":"%s"}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                "\"死亡\"",
                                                                "benefit.stopped/reason"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "\"林小灯之子\"",
                                                                "benefit.stopped/heirs"))))
                .isEqualTo(
                        new BenefitEvent.Stopped(
                                new BenefitId("00000000-0000-0000-0000-000000000002"),
                                LIN,
                                LocalDate.parse("2026-09-01"),
                                "死亡",
                                "rules §2.7",
                                LocalDate.parse("2026-09-14"),
                                List.of(),
                                LocalDate.parse("2026-09-10"),
                                "林小灯之子",
                                null));
    }

    @Test
    void a_stop_of_the_first_revision_is_lifted_twice() {
        assertThat(
                        read(
                                "benefit.stopped",
                                "reason",
                                "\"死亡\"",
                                """
                                {"benefit":"00000000-0000-0000-0000-000000000002",
                                "subject":"person-1","lastMonth":"2026-09-01",
                                "reason":"%s","rule":"rules §2.7",
                                "noticeServedOn":"2026-09-14","remedies":[]}"""))
                .isEqualTo(
                        new BenefitEvent.Stopped(
                                new BenefitId("00000000-0000-0000-0000-000000000002"),
                                LIN,
                                LocalDate.parse("2026-09-01"),
                                "死亡",
                                "rules §2.7",
                                LocalDate.parse("2026-09-14"),
                                List.of()));
    }

    @Test
    void a_confirmation_of_the_first_revision_names_no_couples() {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        assertThat(
                        codec(cipher)
                                .decode(
                                        "social.confirmed",
                                        1,
                                        """
                                        {"application":"00000000-0000-0000-0000-000000000001",
                                        "subject":"person-1","outcome":"confirmed",
                                        "monthlyAmount":"%s","firstMonth":"2026-10-01",
                                        "opinion":"%s"}"""
                                                .formatted(
                                                        cipher.encrypt(
                                                                LIN,
                                                                "1314.00",
                                                                "social.confirmed/monthlyAmount"),
                                                        cipher.encrypt(
                                                                LIN,
                                                                "\"同意\"",
                                                                "social.confirmed/opinion"))))
                .isEqualTo(
                        new SocialEvent.Confirmed(
                                CASE,
                                LIN,
                                "confirmed",
                                null,
                                new BigDecimal("1314.00"),
                                LocalDate.parse("2026-10-01"),
                                "同意"));
    }

    /** Stored in clear until they became personal. */
    private static final Set<String> IN_CLEAR =
            Set.of("application.delivered/proof", "citizen.registered/identity");

    @Test
    void what_is_encrypted_is_opened_before_it_is_lifted() {
        assertThat(OldRevisions.UPCASTERS)
                .allSatisfy(
                        old ->
                                assertThat(personalSinceThen(old))
                                        .as(old.name() + " as its first samples have it")
                                        .isSubsetOf(old.personal()));
    }

    /** What is personal now and was there already, as the sample of the old revision shows. */
    private static Set<String> personalSinceThen(Upcaster old) {
        Path sample =
                Path.of(
                        "../command-side/contract/src/test/resources/events",
                        "%s.r%d.json".formatted(old.name(), old.revision()));
        try {
            JsonNode then = new ObjectMapper().readTree(Files.readAllBytes(sample));
            return Arrays.stream(typeOf(old.name()).getRecordComponents())
                    .filter(it -> it.isAnnotationPresent(Personal.class))
                    .map(RecordComponent::getName)
                    .filter(then::has)
                    .filter(it -> !IN_CLEAR.contains(old.name() + "/" + it))
                    .collect(Collectors.toSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Class<?> typeOf(String name) {
        return Stream.of(
                        ApplicationEvent.class,
                        BenefitEvent.class,
                        CitizenEvent.class,
                        PointsEvent.class,
                        SocialEvent.class)
                .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
                .filter(it -> it.getAnnotation(Stored.class).value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_revision_that_was_ever_stored_is_lifted() {
        assertThat(Stories.EVENTS.names())
                .allSatisfy(
                        name -> {
                            for (int from = 1; from < Stories.EVENTS.revisionOf(name); from++) {
                                int revision = from;
                                assertThat(OldRevisions.UPCASTERS)
                                        .anyMatch(
                                                it ->
                                                        it.name().equals(name)
                                                                && it.revision() == revision);
                            }
                        });
    }

    private Object read(String name, String personal, String plain, String json) {
        PersonCipher cipher = new PersonCipher(FileKeyVault.open(keys, null));
        String envelope = cipher.encrypt(LIN, plain, name + "/" + personal);
        return codec(cipher).decode(name, 1, json.formatted(envelope));
    }

    private static EventCodec codec(PersonCipher cipher) {
        return new EventCodec(Stories.EVENTS, cipher, OldRevisions.UPCASTERS);
    }
}
