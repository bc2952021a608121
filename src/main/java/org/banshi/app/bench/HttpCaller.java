package org.banshi.app.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection on which GET after GET is sent, with as little work of its own as possible:
 * what is measured is the server.
 */
final class HttpCaller implements AutoCloseable {

    private static final int LONGEST_LINE = 8_192;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    HttpCaller(int port, String token) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
        head =
                " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port
                        + "\r\nAccept: application/json\r\nAuthorization: Bearer "
                        + token
                        + "\r\n\r\n";
    }

    /**
     * Asks and reads the whole answer.
     *
     * @return how many bytes its body had
     * @throws IllegalStateException when it is anything but 200
     */
    int get(String path) throws IOException {
        out.write(("GET " + path + head).getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        int body = length >= 0 ? skip(length) : chunks();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(path + " was answered with " + status);
        }
        return body;
    }

    private int chunks() throws IOException {
        int all = 0;
        for (int size = size(); size > 0; size = size()) {
            all += skip(size);
            line();
        }
        line();
        return all;
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private int skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("the server's answer broke off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
