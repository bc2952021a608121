package org.banshi.catalogue.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The files of one service package, by path within it (with {@code /}), in the order of paths. */
public final class PackageFiles {

    /** No package is larger; keeps an upload from filling the memory. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** Entries of a ZIP, folders and all. */
    private static final int MOST_FILES = 500;

    /** Characters of a path; file systems bear no more in one part. */
    private static final int LONGEST_NAME = 255;

    private static final Pattern HIDDEN = Pattern.compile("(^|/)(\\.|__MACOSX/)");
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Map<String, byte[]> files;
    private final String contentHash;

    private PackageFiles(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
        this.contentHash = hash(this.files);
    }

    /** The files as given. */
    public static PackageFiles of(Map<String, byte[]> files) {
        return new PackageFiles(files);
    }

    /** Every file of a folder, except hidden ones. */
    public static PackageFiles ofFolder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.contains("/.")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PackageFiles(files);
    }

    /**
     * The files of a ZIP, as {@link #toZip()} makes it or a publisher uploads it. Hidden files and
     * folders are left out, as from a folder, but count towards what is too large.
     *
     * @throws IllegalArgumentException when it is no ZIP, too large, has too many entries, a link,
     *     the same name twice, or a name that leads outside, cannot be seen or is too long
     */
    public static PackageFiles ofZip(byte[] zip) {
        Map<String, byte[]> files = new TreeMap<>();
        if (ZipLinks.in(zip)) {
            throw new IllegalArgumentException("there is a link in the package");
        }
        int left = LARGEST;
        int entries = 0;
        try (ZipInputStream in =
                new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw new IllegalArgumentException("the package is too large");
                }
                String name = entry.getName();
                if (!isName(name)) {
                    throw new IllegalArgumentException(
                            "a file lies outside the package, or its name cannot be shown");
                }
                // The next entry is reached through this one, whatever it is.
                byte[] bytes = in.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IllegalArgumentException("the package is too large");
                }
                if (entry.isDirectory() || HIDDEN.matcher(name).find()) {
                    continue;
                }
                if (files.put(name, bytes) != null) {
                    throw new IllegalArgumentException("a file is there twice");
                }
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("not a ZIP file", broken);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("not a ZIP file, or an empty one");
        }
        return new PackageFiles(files);
    }

    /** Relative, with {@code /} alone between the parts; a folder's ends with one. */
    private static boolean isName(String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()
                    || part.equals(".")
                    || part.equals("..")
                    || !part.codePoints().allMatch(PackageFiles::isShown)) {
                return false;
            }
        }
        return true;
    }

    /** No control, no end of a line or paragraph, nothing invisible, half or of other systems. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> character != '\\' && character != ':';
        };
    }

    /** The same bytes for the same files, always. */
    public byte[] toZip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** SHA-256 over paths and bytes, lower-case hex. */
    public String contentHash() {
        return contentHash;
    }

    /** All paths, sorted. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The paths that match a regular expression, sorted. */
    public List<String> paths(String pattern) {
        return files.keySet().stream().filter(path -> path.matches(pattern)).toList();
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** A copy of the file's bytes. */
    public Optional<byte[]> find(String path) {
        byte @Nullable [] bytes = files.get(path);
        return bytes == null ? Optional.empty() : Optional.of(bytes.clone());
    }

    /** The file as UTF-8 text, empty when it is missing. */
    public String text(String path) {
        return find(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(
                    (path, bytes) -> {
                        // Lengths keep one file's end from passing for the next one's beginning.
                        String head = path + "\n" + bytes.length + "\n";
                        digest.update(head.getBytes(StandardCharsets.UTF_8));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
