package org.banshi.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.banshi.app.access.Desk.Permit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

/** Over HTTP, as a browser does: an open page of a case hears that something happened. */
@BanshiTest
class CaseStreamsTest {

    private static final String OWNER = "citizen-000963";
    private static final String OTHER = "citizen-000964";

    private final Desk desk;
    private final CaseStreams streams;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    CaseStreamsTest(TestRestTemplate http, CaseStreams streams, @LocalServerPort int port) {
        this.desk = new Desk(http);
        this.streams = streams;
        this.port = port;
    }

    @Test
    void tell_the_applicant_of_the_own_case_alone_and_end_with_the_session() {
        Permit own = desk.file(OWNER, "440106", Desk.OFFICER);
        Permit others = desk.file(OTHER, "440106", Desk.OFFICER);
        Heard page = follow(OWNER, own.number(), version(OWNER, own.number()));
        Heard second = follow(OTHER, others.number(), version(OTHER, others.number()));

        assertThat(status(OTHER, own.number())).isEqualTo(404);
        assertThat(status(Desk.OFFICER, own.number())).isEqualTo(403);
        assertThat(page.lines()).doesNotContain("event:changed");
        desk.ok(
                desk.post(
                        OWNER,
                        "/api/v1/applications/" + own.number() + "/withdrawal",
                        Map.of("reason", "x")));

        await().untilAsserted(() -> assertThat(page.lines()).contains("event:changed"));
        assertThat(String.join("", page.lines())).doesNotContain(own.number(), "withdraw");
        assertThat(second.lines()).doesNotContain("event:changed");
        Heard late = follow(OWNER, own.number(), 0);
        await().untilAsserted(() -> assertThat(late.lines()).contains("event:changed"));

        streams.beat();
        assertThat(second.ended()).as("the session stands").isNotDone();
        desk.delete(OTHER, "/api/v1/sessions");
        streams.beat();
        await().untilAsserted(() -> assertThat(second.ended()).isDone());
        assertThat(page.ended()).isNotDone();
        page.close();
    }

    @Test
    void are_so_many_a_person_and_no_more() {
        Permit own = desk.file(OWNER, "440106", Desk.OFFICER);
        long version = version(OWNER, own.number());
        List<Heard> pages =
                Stream.generate(() -> follow(OWNER, own.number(), version))
                        .limit(CaseStreams.MOST_OF_ONE)
                        .toList();

        assertThat(follow(OWNER, own.number(), version).status()).isEqualTo(204);
        pages.forEach(Heard::close);
        await().until(
                        () -> {
                            // Whoever is gone is noticed when next spoken to.
                            streams.beat();
                            return follow(OWNER, own.number(), version).status() == 200;
                        });
    }

    /** What a page hears. */
    private record Heard(
            int status,
            List<String> lines,
            CompletableFuture<Void> ended,
            HttpResponse<Stream<String>> answer) {

        void close() {
            answer.body().close();
        }
    }

    private Heard follow(String account, String number, long version) {
        HttpResponse<Stream<String>> answer =
                http.sendAsync(
                                request(account, number, version)
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                BodyHandlers.ofLines())
                        .join();
        List<String> lines = new CopyOnWriteArrayList<>();
        return new Heard(
                answer.statusCode(),
                lines,
                CompletableFuture.runAsync(
                        () -> answer.body().forEach(lines::add), task -> thread(task).start()),
                answer);
    }

    /** One each: the common pool has fewer than there are pages. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "page");
        thread.setDaemon(true);
        return thread;
    }

    private int status(String account, String number) {
        return http.sendAsync(request(account, number, -1).build(), BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private HttpRequest.Builder request(String account, String number, long version) {
        String bearer = String.valueOf(desk.headers(account).getFirst(HttpHeaders.AUTHORIZATION));
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:%d/cases/%s/live?version=%d"
                                        .formatted(port, number, version)))
                .header(HttpHeaders.AUTHORIZATION, bearer);
    }

    private long version(String account, String number) {
        return desk.ok(desk.get(account, "/api/v1/applications/" + number + "/progress"))
                .path("version")
                .asLong();
    }
}
