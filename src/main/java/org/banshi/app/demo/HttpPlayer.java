package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.demo.Api.Account;
import org.banshi.app.demo.Api.Caller;
import org.banshi.app.scenario.Player;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.progress.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Plays one case over HTTP: as its citizen, as each officer whose turn it is, as the operator who
 * moves the clock.
 */
final class HttpPlayer implements Player {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A PDF of one empty page. */
    private static final byte[] PAPER =
            ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
                            + "trailer<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> NOTICES =
            Set.of("social.public-notice-posted", "disability.notice-posted");

    private final Api api;
    private final Cast cast;
    private final Clock clock;
    private final Teller teller;
    private final String service;
    private final Scenario scenario;
    private final Caller citizen;
    private LocalDate scenarioDay;
    private @Nullable String number;
    private long position;

    /** Whose turn it was last: it does what comes beside its tasks. */
    private String lastBody = "";

    HttpPlayer(
            Api api,
            Cast cast,
            Clock clock,
            Teller teller,
            String service,
            Scenario scenario,
            Account citizen)
            throws SurpriseException {
        this.api = api;
        this.cast = cast;
        this.clock = clock;
        this.teller = teller;
        this.service = service;
        this.scenario = scenario;
        this.scenarioDay = LocalDate.ofInstant(scenario.clock(), Stamp.ZONE);
        this.citizen = api.as(citizen);
    }

    /** Goes on with a case that began without an application of this player. */
    void follow(String begun, long seen) {
        number = begun;
        position = seen;
    }

    /** An earlier run may have been cut off: its case is withdrawn, so that this one can begin. */
    void clearTheStage() throws Exception {
        JsonNode open = citizen.get("/api/v1/applications?limit=200");
        for (JsonNode row : open.path("rows")) {
            String left = row.path("number").asText();
            JsonNode progress = citizen.get("/api/v1/applications/" + left + "/progress");
            boolean sameItem = progress.path("service").asText().equals(service);
            if (sameItem && isOpen(progress)) {
                citizen.post("/api/v1/applications/" + left + "/withdrawal", Map.of());
                teller.say(citizen.account(), "withdraws the case that an earlier run left open");
            }
        }
    }

    private static boolean isOpen(JsonNode progress) {
        return CaseStatus.of(progress.path("status").asText())
                .map(status -> !status.isEnd())
                .orElse(true);
    }

    @Override
    public void apply(Action.Apply action) throws SurpriseException {
        JsonNode receipt =
                citizen.post(
                        "/api/v1/applications",
                        Map.of(
                                "service",
                                service,
                                "region",
                                scenario.region().value(),
                                "form",
                                action.form(),
                                "materials",
                                upload(action.materials()),
                                "channel",
                                "WAP"));
        number = receipt.path("number").asText();
        position = receipt.path("position").asLong();
        teller.say(citizen.account(), "files application %s".formatted(number));
        tellProgress();
    }

    @Override
    public void complete(Action.Complete action) throws SurpriseException {
        JsonNode row = awaitTask(action.step());
        String body = row.path("body").asText();
        lastBody = body;
        RegionCode region = new RegionCode(row.path("region").asText());
        Caller officer = api.as(cast.officer(body, region));
        String id = row.path("workItem").asText();
        officer.post("/api/v1/tasks/" + id + "/claim", Map.of(), tag(row.path("version").asLong()));
        JsonNode done =
                officer.post(
                        "/api/v1/tasks/" + id + "/completion",
                        Map.of("outcome", action.outcome(), "data", today(action.data())),
                        tag(row.path("version").asLong() + 1));
        position = done.path("position").asLong();
        teller.say(
                officer.account(),
                "%s: %s".formatted(row.path("title").path("en").asText(), action.outcome()));
        tellProgress();
    }

    @Override
    public void supplement(Action.Supplement action) throws SurpriseException {
        JsonNode progress = progress();
        if (!progress.path("yourTurn").asBoolean()) {
            throw new SurpriseException("the applicant is not told that it is their turn");
        }
        FormData changes = action.changes();
        position =
                citizen.post(
                                path("/supplements"),
                                Map.of("changes", changes, "materials", upload(action.materials())))
                        .path("position")
                        .asLong();
        teller.say(citizen.account(), "hands in " + String.join(", ", action.materials()));
        tellProgress();
    }

    /** Working time passes by itself; only a public notice is waited for, by moving the clock. */
    @Override
    public void advance(Action.AdvanceTo action, Duration by) {
        scenarioDay = LocalDate.ofInstant(action.time(), Stamp.ZONE);
    }

    @Override
    public void beside(Action.Beside action) throws SurpriseException {
        Caller officer = api.as(cast.officer(lastBody, scenario.region()));
        position =
                officer.post(
                                path("/acts/" + action.act()),
                                Map.of("outcome", action.outcome(), "data", today(action.data())))
                        .path("position")
                        .asLong();
        teller.say(officer.account(), action.act());
        tellProgress();
    }

    @Override
    public void object(Action.Raise action) throws SurpriseException {
        Caller neighbour = api.as(cast.account("chen-guo"));
        position =
                neighbour
                        .post(path("/objections"), Map.of("objection", action.objection()))
                        .path("position")
                        .asLong();
        teller.say(neighbour.account(), "objects to the public notice");
        tellProgress();
    }

    @Override
    public void answer(Action.Answer action) throws SurpriseException {
        Waiting.until(
                PATIENCE,
                "the result of the assessment",
                () -> Optional.of(progress()).filter(HttpPlayer::isToldAnAssessment));
        position =
                citizen.post(
                                path("/assessment-answer"),
                                action.agrees()
                                        ? Map.of("agrees", true)
                                        : Map.of(
                                                "agrees",
                                                false,
                                                "reason",
                                                action.reason().orElse("")))
                        .path("position")
                        .asLong();
        teller.say(
                citizen.account(),
                action.agrees()
                        ? "agrees with the assessment"
                        : "objects to the assessment: it is made again, one level up");
        tellProgress();
    }

    private static boolean isToldAnAssessment(JsonNode progress) {
        JsonNode milestones = progress.path("milestones");
        return milestones
                .path(milestones.size() - 1)
                .path("event")
                .asText()
                .equals("disability.assessment-told");
    }

    @Override
    public void withdraw(Action.Withdraw action) throws SurpriseException {
        position =
                citizen.post(
                                path("/withdrawal"),
                                action.reason()
                                        .map(reason -> Map.of("reason", reason))
                                        .orElse(Map.of()))
                        .path("position")
                        .asLong();
        teller.say(citizen.account(), "withdraws the application");
        tellProgress();
    }

    @Override
    public void terminate(Action.Terminate action) throws SurpriseException {
        Caller officer = api.as(cast.officer("town", scenario.region()));
        long version = progress().path("version").asLong();
        position =
                officer.post(path("/termination"), Map.of("reason", action.reason()), tag(version))
                        .path("position")
                        .asLong();
        teller.say(officer.account(), "terminates the case");
        tellProgress();
    }

    @Override
    public void rate(Action.Rate action) throws SurpriseException {
        position =
                citizen.post(path("/rating"), Map.of("score", action.score()))
                        .path("position")
                        .asLong();
        teller.say(citizen.account(), "rates the service with " + action.score());
    }

    /** Waits until the case has ended as the scenario says, and returns how it reads. */
    JsonNode ending() throws SurpriseException {
        String conclusion =
                Optional.ofNullable(scenario.expect().conclusion()).map(Enum::name).orElse("");
        JsonNode progress =
                Waiting.until(
                        PATIENCE,
                        "the end of the case",
                        () ->
                                Optional.of(progress())
                                        .filter(p -> !isOpen(p))
                                        .filter(
                                                p ->
                                                        p.path("ending").isObject()
                                                                || p.path("conclusion")
                                                                        .asText("")
                                                                        .equals(conclusion)));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> line : scenario.expect().result().entrySet()) {
            if (!line.getKey().equals("firstMonth")
                    && !resultLine(progress, line.getKey()).equals(line.getValue())) {
                wrong.add(line.getKey() + " is " + resultLine(progress, line.getKey()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new SurpriseException("the result differs: " + wrong);
        }
        return progress;
    }

    static String resultLine(JsonNode progress, String key) {
        for (JsonNode line : progress.path("result")) {
            if (line.path("key").asText().equals(key)) {
                return line.path("value").asText();
            }
        }
        return "missing";
    }

    JsonNode progress() throws SurpriseException {
        return citizen.get(path("/progress?after=" + position));
    }

    private void tellProgress() throws SurpriseException {
        teller.progress(progress());
    }

    private JsonNode awaitTask(String step) throws SurpriseException {
        passPublicNotice();
        Caller auditor = api.as(cast.withRole("AUDITOR"));
        String query =
                "/api/v1/tasks?view=available&q=%s&step=%s&after=%d"
                        .formatted(number, step, position);
        return Waiting.until(
                PATIENCE,
                "a task " + step + " of " + number,
                () -> Optional.ofNullable(auditor.get(query).path("rows").get(0)));
    }

    /** While a notice is up nobody works on the case: the operator lets its days pass. */
    private void passPublicNotice() throws SurpriseException {
        JsonNode progress = progress();
        JsonNode milestones = progress.path("milestones");
        JsonNode last = milestones.path(milestones.size() - 1);
        if (NOTICES.contains(last.path("event").asText())) {
            clock.passBeyond(LocalDate.parse(progress.path("until").path("day").asText()));
            teller.say("operator", "moves the clock on; it is now " + clock.today());
        }
    }

    /** Days of the scenario are told as days counted from today. */
    private FormData today(FormData data) throws SurpriseException {
        LocalDate today = clock.today();
        Map<String, Object> moved = new LinkedHashMap<>(data.values());
        moved.replaceAll(
                (name, value) ->
                        value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")
                                ? today.plusDays(
                                                scenarioDay.until(
                                                        LocalDate.parse(text), ChronoUnit.DAYS))
                                        .toString()
                                : value);
        return new FormData(moved);
    }

    private List<Map<String, String>> upload(List<String> codes) throws SurpriseException {
        List<Map<String, String>> papers = new ArrayList<>();
        for (String code : codes) {
            String id = citizen.upload("/api/v1/materials", PAPER).path("id").asText();
            papers.add(Map.of("code", code, "id", id));
        }
        return papers;
    }

    private String path(String rest) {
        return "/api/v1/applications/" + number + rest;
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
