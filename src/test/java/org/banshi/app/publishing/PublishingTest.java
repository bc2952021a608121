package org.banshi.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.app.BanshiSettings;
import org.banshi.app.BanshiTest;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Publishing;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.banshi.process.engine.ProcessDeployer;
import org.banshi.process.version.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BanshiTest
class PublishingTest {

    private static final String SERVICE = "residence-permit";

    private static final GoldenProof UNPROVEN =
            new GoldenProof() {
                @Override
                public boolean isGiven(PackageFiles files) {
                    return false;
                }

                @Override
                public void give(String service, PackageFiles files, Consumer<String> told) {
                    throw new UnprovenException("its golden scenarios did not come true");
                }
            };

    @Autowired private BanshiSettings settings;
    @Autowired private Publisher publisher;
    @Autowired private ProcessDeployer deployer;
    @Autowired private Catalogue catalogue;
    @Autowired private BusinessClock clock;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;
    @Autowired private Previews previews;
    @Autowired private CommandGateway commands;

    @TempDir private Path folder;

    @Test
    void offers_the_packages_of_the_checkout_once_started() {
        assertThat(catalogue.current(SERVICE)).isPresent();
        assertThat(catalogue.current("minimum-living-allowance")).isPresent();
    }

    @Test
    void publishes_changed_content_as_the_next_version_and_keeps_the_one_before() {
        ServiceVersion before = catalogue.current(SERVICE).orElseThrow().version();

        ServiceVersion after = publish(with("guide.en.md", "Another guide."));

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(catalogue.current(SERVICE).orElseThrow().guide("en"))
                .isEqualTo("Another guide.");
        assertThat(catalogue.find(before).orElseThrow().guide("en")).isNotEqualTo("Another guide.");
        assertThat(deployer.definitionId(before)).isNotEqualTo(deployer.definitionId(after));
    }

    @Test
    void changes_nothing_when_the_content_is_current() {
        PackageFiles files = with("guide.en.md", "The same twice.");
        ServiceVersion once = publish(files);
        long head = log.head();

        assertThat(publish(files)).isEqualTo(once);
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void leaves_no_trace_of_a_version_that_the_engine_refuses() {
        ServiceVersion before = catalogue.current(SERVICE).orElseThrow().version();
        long head = log.head();
        PackageFiles wrong =
                with("process.bpmn", text("process.bpmn").replace(SERVICE, "another-name"));

        assertThatThrownBy(() -> publish(wrong)).isInstanceOf(IllegalArgumentException.class);

        assertThat(log.head()).isEqualTo(head);
        assertThat(catalogue.current(SERVICE).orElseThrow().version()).isEqualTo(before);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM service_package WHERE content_hash = ?")
                                .param(wrong.contentHash())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void goes_on_offering_the_version_before_a_package_with_a_fault() throws IOException {
        ServiceVersion before = catalogue.current(SERVICE).orElseThrow().version();
        write(with("service.yaml", "name: {zh: 坏, en: broken}\n"));

        atStart(UNPROVEN);

        assertThat(catalogue.current(SERVICE).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void does_not_publish_a_package_whose_scenarios_did_not_come_true() throws IOException {
        ServiceVersion before = catalogue.current(SERVICE).orElseThrow().version();
        write(with("guide.en.md", "A guide without a proof."));

        atStart(UNPROVEN);

        assertThat(catalogue.current(SERVICE).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void takes_over_what_another_node_published_at_the_same_time() throws IOException {
        PackageFiles files = with("guide.en.md", "Published by two.");
        write(files);
        Publisher overtaken = mock();
        when(overtaken.publish(eq(SERVICE), any(), any()))
                .thenAnswer(
                        call -> {
                            publish(files);
                            throw new ConcurrencyException("another node was quicker");
                        })
                .thenAnswer(call -> publish(files));
        int before = catalogue.current(SERVICE).orElseThrow().version().version();

        new PublishAtStart(folder, overtaken, new TakenFolders(jdbc), GoldenProof.NOT_ASKED, clock)
                .start();

        verify(overtaken, times(2)).publish(any(), any(), any());
        assertThat(catalogue.current(SERVICE).orElseThrow().version().version())
                .isEqualTo(before + 1);
    }

    @Test
    void asks_for_the_proof_of_each_content_once() {
        Proofs proofs = new Proofs(List.of(folder.resolve("proofs")));
        assertThat(proofs.has("a1")).isFalse();

        proofs.add("a1", SERVICE);

        assertThat(proofs.has("a1")).isTrue();
        assertThat(proofs.has("b2")).isFalse();
    }

    @Test
    void tells_before_it_is_published_what_a_new_version_means_for_running_cases() {
        ServiceVersion pinned = catalogue.current(SERVICE).orElseThrow().version();
        String application = aCaseOn(pinned);
        String process = text("process.bpmn");

        Preview words = previews.of(SERVICE, with("guide.en.md", "A guide to come."));
        assertThat(words.changed()).containsExactly("guide.en.md");
        assertThat(words.next()).isEqualTo(pinned.version() + 1);
        Preview.Case here = of(words, application);
        assertThat(here.version()).isEqualTo(pinned.version());
        assertThat(here.fate()).isEqualTo(Publishing.Running.PINNED);
        assertThat(here.reason()).isNull();
        assertThat(here.process()).isEqualTo(Preview.Process.SAME);
        assertThat(here.parts()).isNotEmpty();
        assertThat(words.running())
                .filteredOn(it -> it.version() == pinned.version())
                .singleElement()
                .satisfies(it -> assertThat(it.cases()).isPositive());

        String part = here.parts().get(0);
        Preview labelled =
                previews.of(SERVICE, with("process.bpmn", process + "<!-- drawn anew -->"));
        assertThat(of(labelled, application).process()).isEqualTo(Preview.Process.HOLDS);
        assertThat(
                        Places.of(process.getBytes(StandardCharsets.UTF_8))
                                .lackingIn(
                                        Places.of(
                                                process.replace(part, "elsewhere")
                                                        .getBytes(StandardCharsets.UTF_8)),
                                        List.of(part)))
                .containsExactly(part);
        assertThat(words.groups())
                .anySatisfy(
                        it -> {
                            assertThat(it.version()).isEqualTo(pinned.version());
                            assertThat(it.parts()).isEqualTo(here.parts());
                            assertThat(it.cases()).isPositive();
                        });
        assertThat(catalogue.current(SERVICE).orElseThrow().version()).isEqualTo(pinned);
    }

    @Test
    void tells_what_has_to_be_mended_instead() {
        Preview broken = previews.of(SERVICE, with("service.yaml", "name: {zh: 坏, en: broken}\n"));

        assertThat(broken.findings()).isNotEmpty();
        assertThat(broken.next()).isNull();
    }

    private static Preview.Case of(Preview preview, String application) {
        return preview.cases().stream()
                .filter(it -> it.application().equals(application))
                .findFirst()
                .orElseThrow();
    }

    /** Applied for, and with the office. */
    private String aCaseOn(ServiceVersion version) {
        String id = PermitCase.apply(commands, clock, original(), version);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                previews.of(SERVICE, original()).cases().stream()
                                        .anyMatch(it -> it.application().equals(id)));
        return id;
    }

    private void atStart(GoldenProof proof) {
        new PublishAtStart(folder, publisher, new TakenFolders(jdbc), proof, clock).start();
    }

    private ServiceVersion publish(PackageFiles files) {
        return publisher.publish(
                SERVICE, files, new Stamp(clock.now(), Actor.system("publishing test")));
    }

    private PackageFiles original() {
        return PackageFiles.ofFolder(settings.bpmn().resolve("services").resolve(SERVICE));
    }

    private String text(String file) {
        return original().text(file);
    }

    private PackageFiles with(String file, String text) {
        PackageFiles original = original();
        Map<String, byte[]> files = new TreeMap<>();
        original.paths().forEach(path -> files.put(path, original.find(path).orElseThrow()));
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return PackageFiles.of(files);
    }

    private void write(PackageFiles files) throws IOException {
        Path target = folder.resolve("services").resolve(SERVICE);
        for (String path : files.paths()) {
            Files.createDirectories(target.resolve(path).getParent());
            Files.write(target.resolve(path), files.find(path).orElseThrow());
        }
    }
}
