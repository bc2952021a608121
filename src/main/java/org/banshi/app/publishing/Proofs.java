package org.banshi.app.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Remembers, by content hash, which packages hold together and whose golden scenarios came true.
 * Both take long to find out, and the same content always gives the same.
 */
public final class Proofs {

    private final List<Path> folders;

    /**
     * @param folders where proofs are looked for; new ones go into the first
     */
    public Proofs(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Whether this content was proven. */
    public boolean has(String contentHash) {
        return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(contentHash)));
    }

    /** This content was checked, and its scenarios came true. */
    public void add(String contentHash, String service) {
        try {
            Files.createDirectories(folders.get(0));
            Files.writeString(folders.get(0).resolve(contentHash), service + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
