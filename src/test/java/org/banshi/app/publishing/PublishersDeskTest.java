package org.banshi.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.banshi.app.BanshiSettings;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.banshi.app.publishing.PublishersDesk.Act;
import org.banshi.app.publishing.Upload.Scene;
import org.banshi.app.publishing.Upload.State;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** From a ZIP to what citizens are offered, and back. Scenarios are believed here. */
@BanshiTest
class PublishersDeskTest {

    private static final String SERVICE = "residence-permit";
    private static final String PUBLISHER = "publisher";

    @Autowired private BanshiSettings settings;
    @Autowired private PublishersDesk desk;
    @Autowired private Publisher publisher;
    @Autowired private Catalogue catalogue;
    @Autowired private BusinessClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TestRestTemplate http;

    @Test
    void publishes_what_was_uploaded_and_goes_on_serving_it_after_a_restart() {
        restart();
        String id = handIn("mei", guide());

        int published = publish(id, "mei");

        assertThat(current()).isEqualTo(published);
        assertThat(desk.upload(id).orElseThrow().state()).isEqualTo(State.PUBLISHED);
        assertThat(desk.upload(id).orElseThrow().version()).isEqualTo(published);
        restart();
        assertThat(current()).as("the folder is as it was").isEqualTo(published);
        refused("upload-unknown", () -> desk.publish(id, stamp("mei")));
    }

    @Test
    void closes_every_upload_of_the_content_that_is_published_and_puts_any_left_one_away() {
        PackageFiles guide = guide();
        String one = handIn("mei", guide);
        String other = handIn("lan", guide);

        int published = publish(one, "mei");

        Upload closed = desk.upload(other).orElseThrow();
        assertThat(closed.state()).isEqualTo(State.PUBLISHED);
        assertThat(closed.version()).isEqualTo(published);
        refused("upload-unknown", () -> desk.discard(other, stamp("lan")));

        PackageFiles fromFolder = guide();
        String same = handIn("mei", fromFolder);
        publisher.publish(SERVICE, fromFolder, stamp("lan"));
        assertThat(desk.upload(same).orElseThrow().state()).isEqualTo(State.PUBLISHED);

        // Such rows were left open before.
        jdbc.sql("UPDATE package_upload SET state = 'proven' WHERE id = ?::uuid")
                .param(other)
                .update();
        desk.discard(other, stamp("lan"));
        assertThat(desk.upload(other).orElseThrow().state()).isEqualTo(State.DISCARDED);
    }

    @Test
    void begins_new_cases_on_an_earlier_version_again() {
        int before = current();
        publish(handIn("mei", guide()), "mei");

        desk.rollBack(SERVICE, before, stamp("mei"));

        assertThat(current()).isEqualTo(before);
        assertThat(desk.story(SERVICE).orElseThrow().acts())
                .extracting(Act::kind)
                .startsWith("service-item.rolled-back", "service-item.published")
                .contains("service-item.uploaded");
        refused("version-offered", () -> desk.rollBack(SERVICE, before, stamp("mei")));
    }

    @Test
    void tells_file_and_line_of_what_has_to_be_mended_and_publishes_none_of_it() {
        String id =
                desk.receive(
                        with("service.yaml", "name: {zh: 坏, en: broken}\n").toZip(), stamp("mei"));

        Upload upload = desk.upload(id).orElseThrow();
        assertThat(upload.state()).isEqualTo(State.FAULTY);
        assertThat(upload.findings())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.mend()).isNotBlank());
        refused("upload-unproven", () -> desk.publish(id, stamp("mei")));
        desk.discard(id, stamp("mei"));
        assertThat(desk.open()).extracting(Upload::id).doesNotContain(id);
        refused("upload-unknown", () -> desk.discard(id, stamp("mei")));
    }

    @Test
    void where_a_package_demands_four_eyes_takes_two_to_publish_and_to_roll_back() {
        int before = current();
        String demanding =
                original().text("service.yaml")
                        + "publishing: {fourEyes: true} # "
                        + UUID.randomUUID();
        String id = handIn("mei", with("service.yaml", demanding));

        refused("publishing-four-eyes", () -> desk.publish(id, stamp("mei")));
        int published = publish(id, "lan");
        assertThat(current()).isEqualTo(published);

        desk.rollBack(SERVICE, before, stamp("lan"));
        assertThat(current()).as("only proposed").isEqualTo(published);
        assertThat(desk.story(SERVICE).orElseThrow().proposed()).isEqualTo(before);
        refused("publishing-four-eyes", () -> desk.rollBack(SERVICE, before, stamp("lan")));
        desk.rollBack(SERVICE, before, stamp("mei"));
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void does_all_of_it_over_the_api_and_the_same_request_once() throws Exception {
        Desk api = new Desk(http);
        int before = current();
        PackageFiles files = guide();
        String uploads = "/api/v1/publishing/uploads";

        JsonNode taken = api.ok(hand(api, files, "package-1"));
        String id = taken.path("id").asText();
        assertThat(api.ok(hand(api, files, "package-1")).path("id").asText()).isEqualTo(id);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                api.ok(api.get(PUBLISHER, uploads + "/" + id))
                                        .path("state")
                                        .asText()
                                        .equals("PROVEN"));
        assertThat(api.ok(api.get(PUBLISHER, uploads)).findValuesAsText("id")).containsOnlyOnce(id);
        assertThat(api.ok(api.get(PUBLISHER, uploads + "/" + id + "/preview")).path("changed"))
                .hasSize(1);
        api.ok(api.post(PUBLISHER, uploads + "/" + id + "/publication", Map.of()));
        int published = current();
        assertThat(published).isGreaterThan(before);
        assertThat(api.post(PUBLISHER, uploads + "/" + id + "/discarding", Map.of()))
                .extracting(it -> it.getStatusCode().value())
                .isEqualTo(409);

        String item = "/api/v1/publishing/services/" + SERVICE;
        api.ok(api.post(PUBLISHER, item + "/rollbacks", Map.of("version", before)));
        assertThat(current()).isEqualTo(before);
        assertThat(api.ok(api.get(PUBLISHER, item)).at("/acts/0/kind").asText())
                .isEqualTo("service-item.rolled-back");
        assertThat(api.ok(api.get(PUBLISHER, "/api/v1/publishing/services")))
                .anySatisfy(it -> assertThat(it.path("offered").asInt()).isEqualTo(before));
        byte[] zip =
                http.exchange(
                                item + "/versions/" + published + "/package",
                                HttpMethod.GET,
                                new HttpEntity<>(api.headers(PUBLISHER)),
                                byte[].class)
                        .getBody();
        assertThat(PackageFiles.ofZip(zip).contentHash()).isEqualTo(files.contentHash());
    }

    private ResponseEntity<JsonNode> hand(Desk api, PackageFiles files, String key) {
        HttpHeaders headers = api.headers(PUBLISHER);
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        headers.set("Idempotency-Key", key + files.contentHash().substring(0, 12));
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add(
                "file",
                new ByteArrayResource(files.toZip()) {
                    @Override
                    public String getFilename() {
                        return "package.zip";
                    }
                });
        return http.exchange(
                "/api/v1/publishing/uploads",
                HttpMethod.POST,
                new HttpEntity<>(form, headers),
                JsonNode.class);
    }

    @Test
    void takes_nothing_in_that_is_no_package() {
        refused("upload-unreadable", () -> desk.receive(new byte[] {1, 2}, stamp("mei")));
        PackageFiles nameless =
                PackageFiles.of(Map.of("notes.txt", "x".getBytes(StandardCharsets.UTF_8)));
        refused("upload-unreadable", () -> desk.receive(nameless.toZip(), stamp("mei")));
        PackageFiles renamed =
                PackageFiles.of(
                        Map.of(
                                SERVICE + " (1)/service.yaml",
                                "x".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> desk.receive(renamed.toZip(), stamp("mei")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        no ->
                                assertThat(no.refusal().reason().zh())
                                        .contains("“" + SERVICE + " (1)”不是事项标识"));
        assertThat(desk.upload("../../etc")).isEmpty();
    }

    @Test
    void takes_the_folder_around_the_files_for_the_name_of_the_item() {
        Map<String, byte[]> files = new TreeMap<>();
        PackageFiles guide = guide();
        guide.paths().forEach(it -> files.put(SERVICE + "/" + it, guide.find(it).orElseThrow()));

        UploadedPackage read = UploadedPackage.read(PackageFiles.of(files).toZip());

        assertThat(read.service()).isEqualTo(SERVICE);
        assertThat(read.files().contentHash()).isEqualTo(guide.contentHash());
    }

    @Test
    void reads_what_came_of_each_scenario() {
        assertThat(
                        Scenes.of(
                                List.of(
                                        "ok   permit/scenarios/a.yaml",
                                        "FAIL permit/scenarios/b.yaml",
                                        "       events: expected x but found y",
                                        "permit: 2 scenarios, 1 failed")))
                .containsExactly(
                        new Scene("scenarios/a.yaml", true, List.of()),
                        new Scene(
                                "scenarios/b.yaml",
                                false,
                                List.of("events: expected x but found y")));
        assertThat(Scenes.isOf("permit", "05:56 INFO Started")).isFalse();
    }

    private void restart() {
        new PublishAtStart(
                        settings.bpmn(),
                        publisher,
                        new TakenFolders(jdbc),
                        GoldenProof.NOT_ASKED,
                        clock)
                .start();
    }

    private int current() {
        return catalogue.current(SERVICE).orElseThrow().version().version();
    }

    /** Once it is proven. */
    private String handIn(String by, PackageFiles files) {
        String id = desk.receive(files.toZip(), stamp(by));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.upload(id).orElseThrow().state() == State.PROVEN);
        return id;
    }

    private int publish(String id, String by) {
        return desk.publish(id, stamp(by)).version();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .satisfies(
                        it -> {
                            Throwable cause = it instanceof RefusedException ? it : it.getCause();
                            assertThat(cause).isInstanceOf(RefusedException.class);
                            assertThat(((RefusedException) cause).refusal().code()).isEqualTo(code);
                        });
    }

    private Stamp stamp(String account) {
        return new Stamp(
                clock.now(), Actor.officer(account, "publishing", new RegionCode("440000")));
    }

    private PackageFiles original() {
        return PackageFiles.ofFolder(settings.bpmn().resolve("services").resolve(SERVICE));
    }

    private PackageFiles guide() {
        return with("guide.en.md", "A guide of its own: " + UUID.randomUUID());
    }

    private PackageFiles with(String file, String text) {
        PackageFiles original = original();
        Map<String, byte[]> files = new TreeMap<>();
        original.paths().forEach(path -> files.put(path, original.find(path).orElseThrow()));
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return PackageFiles.of(files);
    }
}
