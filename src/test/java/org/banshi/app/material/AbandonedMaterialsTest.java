package org.banshi.app.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.banshi.app.AppTables;
import org.banshi.command.contract.application.ApplicationEvent.PostingProved;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AbandonedMaterialsTest {

    /** Named as no paper is that is kept here. */
    private static final Material KEPT_ELSEWHERE =
            new Material("household-book", "household-book", "0", "application/pdf", 1);

    private static final PersonId PERSON = new PersonId("person-1");
    private static final ApplicationId APPLICATION =
            new ApplicationId("11111111-2222-3333-4444-555555555555");
    private static final Instant MONDAY = Instant.parse("2026-09-14T01:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.UTF_8);

    private final AppTables tables = AppTables.fresh();
    private final Path folder = tables.folder().resolve("materials");
    private final LogPositions positions = mock();
    private final MaterialStore store = new MaterialStore(folder, tables.personal(), tables.jdbc());
    private final AtomicBoolean parked = new AtomicBoolean();
    private final AbandonedMaterials abandoned =
            new AbandonedMaterials(folder, tables.jdbc(), positions, parked::get, WEEK);

    @BeforeEach
    void let_the_reader_be_there() {
        when(positions.await(eq(FiledMaterials.NAME), anyLong(), any())).thenReturn(true);
    }

    @Test
    void deletes_row_and_file_of_what_nobody_filed_for_a_week() throws IOException {
        store.store(PERSON, PDF, MONDAY);
        StoredMaterial later = store.store(PERSON, PDF, MONDAY.plusSeconds(2));

        assertThat(delete(MONDAY.plus(WEEK))).isZero();
        assertThat(delete(MONDAY.plus(WEEK).plusSeconds(1))).isEqualTo(1);

        assertThat(rows()).containsExactly(later.id());
        assertThat(files()).containsExactly(later.id());
        assertThat(store.read(later)).hasValue(PDF);
    }

    @Test
    void keeps_what_an_event_names() throws IOException {
        StoredMaterial filed = store.store(PERSON, PDF, MONDAY);
        StoredMaterial photo = store.store(PERSON, PDF, MONDAY);
        FiledMaterials reader = new FiledMaterials(tables.jdbc());
        Recorded proved =
                recorded(
                        "application.posting-proved",
                        new PostingProved(
                                APPLICATION,
                                PERSON,
                                material(photo),
                                "village square",
                                LocalDate.of(2026, 9, 14)));
        assertThat(reader.concerns(proved)).isTrue();
        reader.handle(List.of(supplemented(filed), proved));

        assertThat(delete(MONDAY.plus(Duration.ofDays(3_000)))).isZero();
        assertThat(files()).containsExactlyInAnyOrder(filed.id(), photo.id());
    }

    @Test
    void deletes_nothing_before_it_is_known_what_was_filed() {
        store.store(PERSON, PDF, MONDAY);
        when(positions.await(eq(FiledMaterials.NAME), anyLong(), any())).thenReturn(false);

        assertThat(delete(MONDAY.plus(WEEK).plusSeconds(1))).isZero();
        assertThat(rows()).hasSize(1);

        when(positions.await(eq(FiledMaterials.NAME), anyLong(), any())).thenReturn(true);
        parked.set(true);
        assertThat(delete(MONDAY.plus(WEEK).plusSeconds(1))).isZero();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void leaves_a_paper_alone_that_is_being_filed_at_the_same_moment() {
        StoredMaterial paper = store.store(PERSON, PDF, MONDAY);
        Instant late = MONDAY.plus(WEEK).plusSeconds(1);

        CompletableFuture<Integer> deleted =
                transaction()
                        .execute(
                                status -> {
                                    assertThat(store.hold(PERSON, List.of(paper.id()), late))
                                            .containsExactly(paper);
                                    CompletableFuture<Integer> meanwhile =
                                            CompletableFuture.supplyAsync(() -> delete(late));
                                    Awaitility.await().until(this::somebodyWaits);
                                    return meanwhile;
                                });

        assertThat(deleted).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(0);
        assertThat(store.find(paper.id())).contains(paper);
    }

    @Test
    void holds_nothing_that_was_deleted_or_is_anothers() {
        StoredMaterial gone = store.store(PERSON, PDF, MONDAY);
        delete(MONDAY.plus(WEEK).plusSeconds(1));
        StoredMaterial others = store.store(new PersonId("person-2"), PDF, MONDAY);
        StoredMaterial mine = store.store(PERSON, PDF, MONDAY);

        assertThat(
                        store.hold(
                                PERSON,
                                List.of(gone.id(), others.id(), "../x", mine.id(), mine.id()),
                                MONDAY))
                .containsExactly(mine);
    }

    @Test
    void sets_files_aside_that_no_row_names_once_no_upload_can_bring_one() throws IOException {
        StoredMaterial kept = store.store(PERSON, PDF, MONDAY);
        StoredMaterial crashed = store.store(PERSON, PDF, MONDAY);
        StoredMaterial uploading = store.store(PERSON, PDF, MONDAY);
        tables.jdbc().sql("delete from material where id <> ?::uuid").param(kept.id()).update();
        Instant wall = Instant.parse("2026-11-01T00:00:00Z");
        dated(kept.id(), wall.minus(Duration.ofDays(99)));
        dated(crashed.id(), wall.minus(AbandonedMaterials.LONGEST_UPLOAD).minusSeconds(1));
        dated(uploading.id(), wall.minusSeconds(1));
        Path unfinished = file("00000000-0000-0000-0000-000000000000.part");
        Files.createDirectories(unfinished.getParent());
        Files.write(unfinished, PDF);
        dated(unfinished, Instant.EPOCH);

        abandoned.delete(MONDAY, wall);

        assertThat(files()).containsExactlyInAnyOrder(kept.id(), uploading.id());
        assertThat(store.read(crashed)).hasValue(PDF);
        abandoned.delete(MONDAY, wall.plus(AbandonedMaterials.KEPT_ASIDE));
        assertThat(store.read(crashed)).hasValue(PDF);
        abandoned.delete(MONDAY, wall.plus(AbandonedMaterials.KEPT_ASIDE).plusSeconds(1));
        assertThatThrownBy(() -> store.read(crashed)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void gives_papers_back_to_a_database_that_was_taken_back_for_a_while() throws IOException {
        StoredMaterial paper = store.store(PERSON, PDF, MONDAY);
        Instant wall = Instant.parse("2026-11-01T00:00:00Z");
        dated(paper.id(), wall.minus(Duration.ofDays(1)));
        tables.jdbc().sql("create table later as select * from material").update();
        tables.jdbc().sql("delete from material").update();
        abandoned.delete(MONDAY, wall);
        assertThat(files()).isEmpty();

        tables.jdbc().sql("insert into material select * from later").update();
        assertThat(store.read(paper)).hasValue(PDF);
        abandoned.delete(MONDAY, wall.plus(AbandonedMaterials.KEPT_ASIDE).plusSeconds(1));

        assertThat(files()).containsExactly(paper.id());
        assertThat(store.read(paper)).hasValue(PDF);
    }

    private int delete(Instant now) {
        return abandoned.delete(now, Instant.EPOCH);
    }

    private boolean somebodyWaits() {
        return tables.jdbc()
                        .sql(
                                "select count(*) from pg_stat_activity where wait_event_type ="
                                        + " 'Lock' and datname = current_database()")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(tables.source()));
    }

    private List<String> rows() {
        return tables.jdbc().sql("select id::text from material").query(String.class).list();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    private Path file(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private void dated(String id, Instant at) throws IOException {
        dated(file(id), at);
    }

    private static void dated(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private static Recorded supplemented(StoredMaterial paper) {
        return recorded(
                "application.supplemented",
                new Supplemented(
                        APPLICATION,
                        PERSON,
                        FormData.empty(),
                        List.of(material(paper), KEPT_ELSEWHERE)));
    }

    private static Material material(StoredMaterial paper) {
        return new Material(
                paper.id(), "household-book", paper.sha256(), paper.mediaType(), paper.size());
    }

    private static Recorded recorded(String name, Event event) {
        return new Recorded(
                1,
                "application",
                APPLICATION.value(),
                1,
                MONDAY,
                name,
                event,
                new Stamp(MONDAY, Actor.citizen("li-mei", PERSON)),
                Map.of());
    }
}
