package org.banshi.app.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * The one way out: whoever asks another machine does so through a client from here. It asks the
 * hosts that it was made for and no others, follows no redirect, and waits and reads only so much.
 * Outside a demo it speaks TLS and asks no machine of an inner network, unless its name is
 * configured. Names are looked up before each request; the connection uses the same look-up, which
 * the JDK keeps for half a minute.
 */
public final class Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    private final OutboundSettings settings;
    private final boolean demo;
    private final Resolver names;

    /**
     * @param demo whether machines of an inner network may be asked
     */
    public Outbound(OutboundSettings settings, boolean demo) {
        this(settings, demo, InetAddress::getAllByName);
    }

    Outbound(OutboundSettings settings, boolean demo, Resolver names) {
        this.settings = settings;
        this.demo = demo;
        this.names = names;
    }

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] find(String name) throws UnknownHostException;
    }

    /**
     * Requests to these hosts. One to any other fails with {@link RefusedAddressException} before
     * anything is sent.
     */
    public ClientHttpRequestFactory to(Set<String> hosts) {
        Set<String> allowed =
                hosts.stream()
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(settings.connect())
                                .build());
        requests.setReadTimeout(settings.answer());
        ClientHttpRequestInterceptor bounds =
                (request, body, execution) -> bounded(execution.execute(request, body));
        return new InterceptingClientHttpRequestFactory(
                (address, method) -> {
                    check(address, allowed);
                    return requests.createRequest(address, method);
                },
                List.of(bounds));
    }

    private void check(URI address, Set<String> allowed) throws IOException {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean near = demo || settings.inside().contains(host);
        String scheme = String.valueOf(address.getScheme());
        if (!allowed.contains(host) || address.getUserInfo() != null) {
            throw refused(host, "is not configured");
        }
        if (!scheme.equals("https") && !(near && scheme.equals("http"))) {
            throw refused(host, "is not asked by TLS");
        }
        for (InetAddress found : names.find(host.replaceAll("[\\[\\]]", ""))) {
            if (!near && !PublicAddress.is(found)) {
                throw refused(host, "is on an inner network");
            }
        }
    }

    private static RefusedAddressException refused(String host, String why) {
        LOG.warn("not asked: {} {}", host, why);
        return new RefusedAddressException(why);
    }

    private ClientHttpResponse bounded(ClientHttpResponse answer) throws IOException {
        if (answer.getStatusCode().is3xxRedirection()) {
            answer.close();
            throw new RefusedAddressException("leads elsewhere");
        }
        return new Bounded(answer, settings.mostBytes());
    }

    /** An answer of which only so much is read. */
    private record Bounded(ClientHttpResponse answer, int most) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public void close() {
            answer.close();
        }

        @Override
        public InputStream getBody() throws IOException {
            return new Counting(answer.getBody(), most);
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }
    }

    /** Ends with an error where there is more than {@code most} bytes. */
    private static final class Counting extends FilterInputStream {

        private long left;

        Counting(InputStream in, int most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new RefusedAddressException("answers too much");
            }
        }
    }
}
