package org.banshi.app.material;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Files of strangers. One process serves them as long as it lives, as starting it costs. */
class PaperPicturesTest {

    @Test
    void shows_pages_and_outlives_files_that_are_damaged_or_unpack_to_much() throws Exception {
        byte[] sound = sound();
        try (PaperPictures pictures = new PaperPictures(limits(60))) {
            assertThat(pictures.count(sound)).hasValue(2);
            assertThat(
                            ImageIO.read(
                                    new ByteArrayInputStream(
                                            pictures.page(sound, 2).orElseThrow())))
                    .satisfies(picture -> assertThat(picture.getHeight()).isEqualTo(1_400));
            assertThat(pictures.page(sound, 3)).isEmpty();
            assertThat(pictures.page(sound, -1)).isEmpty();

            for (String damaged :
                    new String[] {
                        "%PDF-1.4",
                        "%PDF-1.4\n" + "[".repeat(200_000),
                        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages [1]>>endobj trailer<</Root 1 0 R>>"
                    }) {
                assertThat(pictures.count(damaged.getBytes(US_ASCII)))
                        .satisfiesAnyOf(
                                count -> assertThat(count).isEmpty(),
                                count -> assertThat(count).hasValue(0));
                assertThat(pictures.page(damaged.getBytes(US_ASCII), 1)).isEmpty();
            }

            byte[] bomb = bomb();
            assertThat(bomb.length).isLessThan(1_000_000);
            assertThat(pictures.page(bomb, 1)).isEmpty();

            assertThat(pictures.count(sound)).hasValue(2);
        }
    }

    @Test
    void gives_a_file_only_so_much_time_and_asks_others_to_come_again() throws Exception {
        byte[] slow = slow();
        byte[] sound = sound();
        try (PaperPictures pictures = new PaperPictures(limits(3))) {
            CompletableFuture<Optional<byte[]>> looking =
                    CompletableFuture.supplyAsync(() -> pictures.page(slow, 1));
            Awaitility.await().until(() -> busy(pictures, sound));
            assertThat(looking.get(1, TimeUnit.MINUTES)).isEmpty();
        }
    }

    private static PaperPictures.Limits limits(int seconds) {
        return new PaperPictures.Limits(64, Duration.ofSeconds(seconds), Duration.ofMillis(1));
    }

    private static boolean busy(PaperPictures pictures, byte[] sound) {
        try {
            assertThat(pictures.count(sound)).isNotEmpty();
            return false;
        } catch (PicturesBusyException others) {
            return true;
        }
    }

    private static byte[] sound() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.addPage(new PDPage(PDRectangle.A4));
            return written(document);
        }
    }

    /** A text of 150 MB. */
    private static byte[] bomb() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            InputStream text =
                    new SequenceInputStream(
                            new ByteArrayInputStream("(".getBytes(US_ASCII)),
                            new Blanks(150 << 20));
            page.setContents(new PDStream(document, text, COSName.FLATE_DECODE));
            document.addPage(page);
            return written(document);
        }
    }

    /** A square, 40 to the power of 8 times. */
    private static byte[] slow() throws IOException {
        try (PDDocument document = new PDDocument()) {
            byte[] content = "0 0 9 9 re f\n".getBytes(US_ASCII);
            PDResources resources = new PDResources();
            for (int depth = 0; depth < 8; depth++) {
                PDFormXObject form =
                        new PDFormXObject(
                                new PDStream(document, new ByteArrayInputStream(content)));
                form.setBBox(PDRectangle.A4);
                form.setResources(resources);
                resources = new PDResources();
                COSName name = resources.add(form);
                content = ("/" + name.getName() + " Do\n").repeat(40).getBytes(US_ASCII);
            }
            PDPage page = new PDPage(PDRectangle.A4);
            page.setResources(resources);
            page.setContents(new PDStream(document, new ByteArrayInputStream(content)));
            document.addPage(page);
            return written(document);
        }
    }

    private static byte[] written(PDDocument document) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }

    private static final class Blanks extends InputStream {

        private int left;

        private Blanks(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = Math.min(length, left);
            Arrays.fill(buffer, offset, offset + some, (byte) ' ');
            left -= some;
            return some;
        }
    }
}
