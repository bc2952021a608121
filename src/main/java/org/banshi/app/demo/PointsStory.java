package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.demo.Api.Account;
import org.banshi.app.demo.Api.Caller;
import org.banshi.command.contract.place.RegionCode;

/**
 * A newcomer: from the first score to the settlement card. Everybody in the demo was born long ago,
 * so the system stops the application for age, and the window looks into it.
 */
final class PointsStory implements FamilyStory {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final int QUOTA = 2;

    @Override
    public String family() {
        return "points";
    }

    @Override
    public void tell(Troupe troupe) throws Exception {
        Account newcomer = troupe.cast().account("zhao-ning");
        Caller citizen = troupe.api().as(newcomer);
        Caller city = troupe.api().as(troupe.cast().account("guangzhou-newcomer"));
        Caller window = troupe.api().as(troupe.cast().officer("newcomer-service", TIANHE));

        troupe.play(
                        "points-account",
                        troupe.scenario("points-account", "first-score-shared"),
                        newcomer)
                .ending();
        tellScore(troupe, citizen);

        Round round = announce(troupe, city);
        troupe.play(
                        "points-settlement",
                        troupe.scenario("points-settlement", "cleared-and-entered"),
                        newcomer)
                .ending();
        await(citizen, round, "entered");

        troupe.clock().passBeyond(round.until());
        city.post(round.path("RANKING"), Map.of());
        JsonNode placed = await(citizen, round, "placed");
        troupe.teller()
                .say(
                        city.account(),
                        "ranks everybody: rank %s of %d places"
                                .formatted(placed.path("rank").asText(), QUOTA));
        String person = citizen.get("/api/v1/points/account").path("person").asText();
        window.post(round.candidate(person, "CONFIRMATION"), Map.of());
        await(citizen, round, "confirmed");
        troupe.teller().say(window.account(), "sees the originals, the newcomer signs");

        troupe.clock().passBeyond(round.confirmBy());
        city.post(round.path("NOTICE"), Map.of());
        await(citizen, round, "published");
        troupe.teller().say(city.account(), "posts the list");
        // Five working days lie in any fortnight.
        troupe.clock().passBeyond(troupe.clock().today().plusDays(14));
        city.post(round.path("CLOSING"), Map.of());
        window.post(
                round.candidate(person, "CARD"),
                Map.of("cardNumber", "RH" + round.year() + "0001"));
        await(citizen, round, "card-issued");
        System.out.printf("%nsettlement card of %d issued%n", round.year());
    }

    private static void tellScore(Troupe troupe, Caller citizen) throws Exception {
        JsonNode account =
                Waiting.until(
                        PATIENCE,
                        "the score",
                        () ->
                                Optional.of(citizen.find("/api/v1/points/account"))
                                        .filter(it -> !it.path("adjusting").asBoolean(true))
                                        .filter(it -> it.path("score").isObject()));
        JsonNode score = account.path("score");
        for (JsonNode line : score.path("lines")) {
            troupe.teller()
                    .say(
                            "",
                            "  %-40s %s"
                                    .formatted(
                                            line.path("name").path("en").asText(),
                                            line.path("points").asText("to be confirmed")));
        }
        troupe.teller()
                .say(
                        citizen.account(),
                        "has %s points (base %s), by \"%s\""
                                .formatted(
                                        score.path("total").asText(),
                                        score.path("base").asText(),
                                        score.path("tableName").path("en").asText()));
    }

    /** A city has one round a year: told again, the story goes on to the next year. */
    private static Round announce(Troupe troupe, Caller city) throws Exception {
        for (int attempt = 0; ; attempt++) {
            Round round = Round.from(troupe.clock().today());
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("from", round.from().toString());
            body.put("until", round.until().toString());
            body.put("quota", QUOTA);
            body.put("confirmBy", round.confirmBy().toString());
            body.put("noticeDays", 5);
            body.put("provisional", true);
            try {
                city.post("/api/v1/settlement/" + round.year(), body);
                troupe.teller()
                        .say(
                                city.account(),
                                "announces the round of %d: %d places, until %s"
                                        .formatted(round.year(), QUOTA, round.until()));
                return round;
            } catch (SurpriseException exists) {
                boolean told = String.valueOf(exists.getMessage()).contains("round-exists");
                if (!told || attempt > 0) {
                    throw exists;
                }
                troupe.clock().passBeyond(LocalDate.of(round.year(), 12, 31));
            }
        }
    }

    private static JsonNode await(Caller citizen, Round round, String status) throws Exception {
        return Waiting.until(
                PATIENCE,
                "the candidacy to be " + status,
                () -> {
                    for (JsonNode it : citizen.get("/api/v1/points/account").path("standings")) {
                        if (it.path("round").asText().endsWith("-" + round.year())
                                && it.path("status").asText().equals(status)) {
                            return Optional.of(it);
                        }
                    }
                    return Optional.empty();
                });
    }

    /** The year's round, as the city announces it in the story. */
    private record Round(int year, LocalDate from, LocalDate until, LocalDate confirmBy) {

        static Round from(LocalDate today) {
            return new Round(today.getYear(), today, today.plusDays(10), today.plusDays(20));
        }

        String path(String step) {
            return "/api/v1/settlement/" + year + "/" + step;
        }

        String candidate(String person, String act) {
            return "/api/v1/settlement/" + year + "/candidates/" + person + "/" + act;
        }
    }
}
