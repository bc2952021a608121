package org.banshi.app.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;

/** A folder that gets its name by one rename once it is whole; until then it ends in .part. */
record UnfinishedFolder(Path target, Path part) {

    /**
     * Begins one.
     *
     * @throws StartUpException when something is there already, or it cannot be renamed to that
     */
    static UnfinishedFolder begin(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        if (!DurableFiles.isEmptyOrAbsent(target)) {
            throw new StartUpException(target + " is not empty; name an empty folder or a new one");
        }
        if (Files.exists(target) && !store(target).equals(store(target.getParent()))) {
            throw new StartUpException(
                    target + " is a file system of its own; name a new folder in it");
        }
        if (Files.exists(part)) {
            throw new StartUpException(
                    part + " is left over from another attempt; delete it first");
        }
        DurableFiles.folder(part);
        return new UnfinishedFolder(target, part);
    }

    private static FileStore store(@Nullable Path folder) throws IOException {
        return Files.getFileStore(Objects.requireNonNull(folder));
    }

    void finish() throws IOException {
        DurableFiles.force(part);
        Files.deleteIfExists(target);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceOne(Objects.requireNonNull(target.getParent()));
    }
}
