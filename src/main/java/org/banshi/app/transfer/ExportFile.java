package org.banshi.app.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.banshi.app.platform.StartUpException;

/** An exported log to be read: a file, packed where it ends in {@code .gz}, or standard input. */
public final class ExportFile {

    private static final String STANDARD_INPUT = "-";

    private ExportFile() {}

    /**
     * To be closed.
     *
     * @param file its name; {@code -} for standard input
     * @throws StartUpException when there is no such file
     */
    public static InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new StartUpException("there is no file " + file);
        }
        InputStream bare = Files.newInputStream(path);
        try {
            return file.endsWith(".gz") ? new GZIPInputStream(bare, 1 << 16) : bare;
        } catch (IOException e) {
            bare.close();
            throw e;
        }
    }

    /** One line for what went wrong with reading; the innermost cause knows. */
    public static StartUpException unreadable(String file, IOException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new StartUpException(
                "%s cannot be read (%s)".formatted(file, cause.getMessage()), failure);
    }
}
