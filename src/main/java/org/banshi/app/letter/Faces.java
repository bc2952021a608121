package org.banshi.app.letter;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a font with Chinese letters on the machine and keeps it while there is memory to spare: a
 * collection takes some 40 MB.
 */
public final class Faces {

    /** Where Linux has its fonts, the machine's own first. */
    public static final List<Path> FOLDERS =
            List.of(Path.of("/usr/local/share/fonts"), Path.of("/usr/share/fonts"));

    /** Serifs (宋体) as official papers have them, then whatever else has the letters. */
    private static final List<Pattern> WANTED =
            Stream.of(
                            "(NotoSerifCJK|SourceHanSerif|NotoSerifSC).*Regular.*",
                            "(NotoSansCJK|SourceHanSans|NotoSansSC).*Regular.*",
                            "(uming|wqy-|wqy_|DroidSansFallback|simsun|simfang).*")
                    .map(name -> name + "\\.(ttc|ttf|otf)")
                    .map(name -> Pattern.compile(name, Pattern.CASE_INSENSITIVE))
                    .toList();

    private final List<Path> folders;
    private SoftReference<@Nullable Face> kept = new SoftReference<>(null);

    public Faces(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * The face that letters are set in.
     *
     * @throws NoFontException when the machine has none
     */
    synchronized Face face() {
        Face face = kept.get();
        if (face == null) {
            face = read();
            kept = new SoftReference<>(face);
        }
        return face;
    }

    private Face read() {
        Path file =
                find().orElseThrow(
                                () ->
                                        new NoFontException(
                                                "no font with Chinese letters in "
                                                        + folders
                                                        + ": install fonts-noto-cjk"));
        try {
            return Face.read(file);
        } catch (IOException e) {
            throw new NoFontException("the font " + file + " can't be read: " + e.getMessage());
        }
    }

    private Optional<Path> find() {
        List<Path> files = folders.stream().flatMap(folder -> files(folder).stream()).toList();
        return WANTED.stream()
                .flatMap(
                        wanted ->
                                files.stream()
                                        .filter(
                                                file ->
                                                        wanted.matcher(
                                                                        file.getFileName()
                                                                                .toString())
                                                                .matches()))
                .findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder, 6)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new NoFontException("the folder " + folder + " can't be read");
        }
    }
}
