package org.banshi.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Papers that citizens upload: a PDF without a page. */
public final class Papers {

    private static final String PAPER =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private Papers() {}

    /** Path of a new one. */
    public static String file(String name) {
        try {
            Path paper = Files.createTempFile(Path.of("target").toAbsolutePath(), name, ".pdf");
            Files.writeString(paper, PAPER, StandardCharsets.US_ASCII);
            return paper.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Path of a new picture, as a camera makes one, only smaller. */
    static String photo(String name) {
        try {
            Path photo = Files.createTempFile(Path.of("target").toAbsolutePath(), name, ".png");
            ImageIO.write(
                    new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
            return photo.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads one of the papers that an application asks for. */
    public static void upload(Browser citizen, String material) {
        citizen.fillAt("#m-" + material + " input[type=file]", file(material));
        citizen.pressAt("#m-" + material + " form.upload button[type=submit]");
        assertThat(citizen.count("#m-" + material + " .kept")).isOne();
    }
}
