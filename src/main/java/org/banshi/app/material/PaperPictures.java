package org.banshi.app.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * Pages of a PDF as pictures. A browser shows them beside a form without running anything that a
 * stranger's file brings along. One at a time, and never larger than a screen needs.
 */
@Component
public class PaperPictures {

    /** Of the longer side. */
    private static final float PIXELS = 1_400f;

    /** Nobody leafs further; such a file is opened as it is. */
    private static final int MOST_PAGES = 200;

    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore one = new Semaphore(1);

    /** How many pages it has that are shown; empty where it cannot be read. */
    public OptionalInt count(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return OptionalInt.of(Math.min(document.getNumberOfPages(), MOST_PAGES));
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }

    /**
     * A page as PNG.
     *
     * @param page from 1
     * @return empty where there is no such page, it cannot be read, or others are looking
     */
    public Optional<byte[]> page(byte[] pdf, int page) {
        try {
            if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > Math.min(document.getNumberOfPages(), MOST_PAGES)) {
                return Optional.empty();
            }
            PDRectangle box = document.getPage(page - 1).getCropBox();
            float longest = Math.max(Math.max(box.getWidth(), box.getHeight()), 1);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture = renderer.renderImage(page - 1, PIXELS / longest, ImageType.RGB);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return Optional.of(png.toByteArray());
        } catch (IOException unreadable) {
            return Optional.empty();
        } finally {
            one.release();
        }
    }
}
