package org.banshi.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.banshi.app.BanshiSettings;
import org.banshi.app.BanshiTest;
import org.banshi.app.journey.Browser;
import org.banshi.catalogue.pack.PackageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A publisher's way from a ZIP to a version and back, in a real browser. */
@BanshiTest
class PublishersDeskJourneyTest {

    private static final String SERVICE = "temporary-assistance";

    @LocalServerPort int port;

    @Autowired private BanshiSettings settings;

    @TempDir private Path folder;

    @Test
    void a_publisher_uploads_looks_publishes_and_rolls_back() throws IOException {
        try (Browser publisher = Browser.desktop(port)) {
            publisher.signIn("publisher");
            publisher.awaitHere("事项和版本");
            publisher.picture("publisher-items");
            publisher.fill("file", zip("service.yaml", "name: {zh: 坏, en: broken}\n"));
            publisher.press("上传并校验");
            publisher.awaitHere("怎么改");
            publisher.picture("publisher-findings");
            publisher.press("放弃这次上传");
            publisher.awaitHere("已放弃这次上传");

            publisher.fill("file", zip("guide.en.md", "A new guide " + UUID.randomUUID()));
            publisher.press("上传并校验");
            publisher.awaitHere("黄金场景");
            assertThat(publisher.count("section[aria-labelledby=do-head]:not(:has(form, .tell))"))
                    .as("no heading with nothing below it while scenarios are played")
                    .isZero();
            publisher.awaitHere("发布这个版本");
            assertThat(publisher.text())
                    .contains("guide.en.md")
                    .contains("申请表")
                    .contains("决策表")
                    .doesNotContain("[S");
            publisher.picture("publisher-upload");
            publisher.fill("confirmed", "true");
            publisher.press("发布这个版本");
            publisher.awaitHere("新办件从现在起使用新版本");
            publisher.picture("publisher-item");
            publisher.fill("confirmed", "true");
            publisher.press("新办件改用此版本");
            publisher.awaitHere("新办件从现在起改用所选版本");
            publisher.open("/publishing/services/" + SERVICE + "/versions/1");
            publisher.awaitHere("决策表");
            assertThat(publisher.count("a[download='" + SERVICE + "-v1.zip']")).isOne();
            byte[] taken =
                    publisher.bytes(
                            "/api/v1/publishing/services/" + SERVICE + "/versions/1/package");
            assertThat(PackageFiles.ofZip(taken).paths()).contains("service.yaml");
        }
    }

    private String zip(String file, String text) throws IOException {
        PackageFiles original =
                PackageFiles.ofFolder(settings.bpmn().resolve("services").resolve(SERVICE));
        Map<String, byte[]> files = new TreeMap<>();
        original.paths().forEach(it -> files.put(it, original.find(it).orElseThrow()));
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> around = new TreeMap<>();
        files.forEach((path, bytes) -> around.put(SERVICE + "/" + path, bytes));
        Path zip = folder.resolve(UUID.randomUUID() + ".zip");
        Files.write(zip, PackageFiles.of(around).toZip());
        return zip.toString();
    }
}
