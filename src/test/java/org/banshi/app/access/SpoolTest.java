package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir private Path folder;

    @Test
    void leaves_nothing_behind_once_everything_is_in_the_database() throws IOException {
        Spool spool = new Spool(folder, 10);
        spool.add("a", false);
        Spool.Batch batch = spool.take();
        spool.add("b", true);

        assertThat(batch).isNotNull();
        assertThat(batch.lines()).containsExactly("a");
        spool.drop(batch);
        Spool.Batch second = spool.take();
        assertThat(second).isNotNull();
        spool.drop(second);
        spool.close();

        assertThat(names()).isEmpty();
    }

    @Test
    void finds_the_lines_of_a_run_that_was_killed_and_not_those_of_one_that_lives()
            throws IOException {
        String dead = UUID.randomUUID().toString();
        Files.writeString(folder.resolve(dead + ".lock"), "");
        Files.writeString(folder.resolve(dead + ".0000000001.lines"), "c\nhalf a l");
        Files.writeString(folder.resolve(dead + ".0000000000.lines"), "a\nb\n");
        Spool alive = new Spool(folder, 10);
        alive.add("d", false);
        Spool mine = new Spool(folder, 10);

        List<Spool.Batch> found = mine.leftBehind();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).run()).isEqualTo(dead);
        assertThat(found.get(0).lines()).containsExactly("a", "b", "c");
        assertThat(found.get(0).torn()).isTrue();
        mine.drop(found.get(0));
        assertThat(mine.leftBehind()).isEmpty();
        assertThat(names()).noneMatch(name -> name.startsWith(dead));
        alive.close();
        mine.close();
    }

    @Test
    void has_no_room_while_too_much_waits_for_the_database() {
        Spool spool = new Spool(folder, 2);
        spool.add("a", false);
        assertThat(spool.hasRoom()).isTrue();
        spool.add("b", false);
        Spool.Batch batch = spool.take();

        assertThat(spool.hasRoom()).isFalse();
        assertThat(batch).isNotNull();
        spool.drop(batch);
        assertThat(spool.hasRoom()).isTrue();
        spool.close();
    }

    @Test
    void has_room_for_others_however_many_strangers_ask() {
        Spool spool = new Spool(folder, 10);
        for (int i = 0; i < 20; i++) {
            spool.addOfStranger("s");
        }
        assertThat(spool.hasRoomForStrangers()).isFalse();
        assertThat(spool.hasRoom()).isTrue();
        spool.add("a", false);
        Spool.Batch batch = spool.take();
        assertThat(batch).isNotNull();
        spool.drop(batch);

        assertThat(spool.hasRoomForStrangers()).isTrue();
        for (int i = 0; i < 10; i++) {
            spool.add("b", false);
        }
        assertThat(spool.hasRoom()).isFalse();
        spool.close();
    }

    @Test
    void has_no_room_while_the_disk_takes_nothing_and_has_it_again() throws IOException {
        Path disk = folder.resolve("disk");
        Spool spool = new Spool(disk, 10);
        spool.add("a", false);
        Spool.Batch before = spool.take();
        assertThat(before).isNotNull();
        spool.drop(before);
        try (Stream<Path> files = Files.list(disk)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(disk);

        assertThatThrownBy(() -> spool.add("b", false)).isInstanceOf(UncheckedIOException.class);
        assertThat(spool.hasRoom()).isFalse();
        assertThat(spool.take()).isNull();
        assertThat(spool.hasRoom()).isFalse();
        Files.createDirectories(disk);
        assertThat(spool.take()).isNull();

        assertThat(spool.hasRoom()).isTrue();
        spool.add("c", false);
        Spool.Batch after = spool.take();
        assertThat(after).isNotNull();
        assertThat(after.lines()).containsExactly("c");
        spool.drop(after);
        spool.close();
    }

    @Test
    void has_every_line_in_a_file_before_it_says_so() throws IOException {
        Spool spool = new Spool(folder, 10);
        spool.add("a line", false);

        try (Stream<Path> files = Files.list(folder)) {
            Path lines =
                    files.filter(it -> it.toString().endsWith(".lines")).findFirst().orElseThrow();
            assertThat(Files.readString(lines)).isEqualTo("a line\n");
        }
        spool.close();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }
}
