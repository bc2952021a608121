package org.banshi.app.material;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.banshi.app.Subcommand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Makes pictures of PDFs' pages for the process that started it. Asked on standard input: page,
 * length, file; answers on standard output: length, picture; a length of -1 where there is none.
 * Ends with its input, and when nobody wants it for a minute.
 */
public final class PicturesCommand implements Subcommand {

    static final String NAME = "pictures";

    /** The first word that it says. */
    static final int READY = 0x62616e73;

    /** In place of a page: how many there are. */
    static final int COUNT = 0;

    /** Exit code. */
    static final int RESTED = 0;

    /** Of the longer side. */
    private static final float PIXELS = 1_400f;

    /** Nobody leafs further; such a file is opened as it is. */
    private static final int MOST_PAGES = 200;

    private static final long REST = TimeUnit.MINUTES.toNanos(1);

    private volatile long wanted = System.nanoTime();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "pictures of papers, for a running instance alone";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        // Nobody else says anything where pictures go.
        System.setOut(System.err);
        LoggingSystem.get(PicturesCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        ImageIO.setUseCache(false);
        Thread watch = new Thread(this::rest, "rest");
        watch.setDaemon(true);
        watch.start();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out =
                        new DataOutputStream(
                                new BufferedOutputStream(
                                        new FileOutputStream(FileDescriptor.out)))) {
            out.writeInt(READY);
            out.flush();
            serve(in, out);
        } catch (EOFException released) {
            return RESTED;
        }
        return RESTED;
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int page = in.readInt();
            byte[] pdf = new byte[in.readInt()];
            in.readFully(pdf);
            wanted = System.nanoTime();
            byte[] answer = answer(pdf, page);
            out.writeInt(answer == null ? -1 : answer.length);
            if (answer != null) {
                out.write(answer);
            }
            out.flush();
            wanted = System.nanoTime();
        }
    }

    /** Also where whoever started it is gone in the middle of a page. */
    private void rest() {
        try {
            while (System.nanoTime() - wanted < REST) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(RESTED);
    }

    private static byte @Nullable [] answer(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
            if (page == COUNT) {
                return ByteBuffer.allocate(Integer.BYTES).putInt(pages).array();
            }
            return page > pages ? null : picture(document, page - 1);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // Whatever a parser makes of a file that somebody damaged on purpose.
            return null;
        }
    }

    private static byte[] picture(PDDocument document, int index) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        float longest = Math.max(Math.max(box.getWidth(), box.getHeight()), 1);
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage picture = renderer.renderImage(index, PIXELS / longest, ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
