package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.demo.Api.Account;
import org.banshi.app.demo.Api.Caller;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;

/**
 * A household in need: from the application to the allowance; then it reports that somebody found
 * work, is verified, and gets less from the next month; then it needs no more, and the allowance
 * stops. So the story can be told again.
 */
final class SocialStory implements FamilyStory {

    static final String SERVICE = "minimum-living-allowance";
    static final String APPROVED = "guangzhou-approved-after-supplement";

    private static final String REVIEW = "benefit-review";
    private static final String DECREASED = "decreased-with-notice";
    private static final String STOPPED = "stopped-with-notice";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String family() {
        return "social";
    }

    @Override
    public void tell(Troupe troupe) throws Exception {
        Account account = troupe.cast().account("li-mei");
        Caller citizen = troupe.api().as(account);
        Optional<JsonNode> left = running(citizen);
        if (left.isPresent()) {
            troupe.teller().say(citizen.account(), "has the allowance of an earlier run");
            review(troupe, account, left.get(), STOPPED, "全家搬到外省。");
        }
        HttpPlayer player = troupe.play(SERVICE, troupe.scenario(SERVICE, APPROVED), account);
        JsonNode ending = player.ending();
        JsonNode benefit =
                Waiting.until(PATIENCE, "the allowance to begin", () -> running(citizen));
        firstMonth(troupe, benefit, HttpPlayer.resultLine(ending, "firstMonth"));
        benefit = review(troupe, account, benefit, DECREASED, "丈夫找到兼职。");
        benefit = review(troupe, account, benefit, STOPPED, "全家搬到外省。");
        JsonNode decisions = benefit.path("decisions");
        JsonNode stop = decisions.path(decisions.size() - 1);
        if (!stop.path("event").asText().equals("benefit.stopped")
                || stop.path("remedies").size() != 2) {
            throw new SurpriseException("the stop does not say how to contest it: " + stop);
        }
        System.out.printf(
                "%n%s yuan a month from month %s%s%n",
                HttpPlayer.resultLine(ending, "monthlyAmount"),
                HttpPlayer.resultLine(ending, "firstMonth"),
                ending.path("provisional").asBoolean()
                        ? " (standard provisional: to be confirmed by the city)"
                        : "");
    }

    /** The citizen's allowance that is paid. */
    private static Optional<JsonNode> running(Caller citizen) throws SurpriseException {
        for (JsonNode benefit : citizen.get("/api/v1/benefits")) {
            boolean allowance = benefit.path("kind").asText().equals("living-allowance");
            boolean stopped = false;
            for (JsonNode decision : benefit.path("decisions")) {
                stopped |= decision.path("event").asText().equals("benefit.stopped");
            }
            if (allowance && !stopped) {
                return Optional.of(benefit);
            }
        }
        return Optional.empty();
    }

    private static void firstMonth(Troupe troupe, JsonNode benefit, String told)
            throws SurpriseException {
        YearMonth next = YearMonth.from(troupe.clock().today()).plusMonths(1);
        String first = benefit.path("payments").path(0).path("month").asText();
        if (!first.equals(next.toString()) || !told.equals(first)) {
            throw new SurpriseException("the first month is " + first + " instead of " + next);
        }
        troupe.teller()
                .say(
                        "",
                        "→ the allowance: %s yuan for %s; verified by %s"
                                .formatted(
                                        benefit.path("payments")
                                                .path(0)
                                                .path("amount")
                                                .decimalValue()
                                                .setScale(2, RoundingMode.UNNECESSARY)
                                                .toPlainString(),
                                        first,
                                        benefit.path("reviewDue").path("day").asText()));
    }

    /** The household reports a change; officers verify and decide as a golden scenario says. */
    private static JsonNode review(
            Troupe troupe, Account account, JsonNode benefit, String scenarioName, String change)
            throws Exception {
        Caller citizen = troupe.api().as(account);
        String id = benefit.path("benefit").asText();
        long reported =
                citizen.post("/api/v1/benefits/" + id + "/reports", Map.of("change", change))
                        .path("position")
                        .asLong();
        troupe.teller().say(citizen.account(), "reports: " + change);
        String number =
                Waiting.until(
                        PATIENCE, "the case that verifies it", () -> openReview(citizen, reported));
        Scenario scenario = troupe.scenario(REVIEW, scenarioName);
        HttpPlayer player =
                new HttpPlayer(
                        troupe.api(),
                        troupe.cast(),
                        troupe.clock(),
                        troupe.teller(),
                        REVIEW,
                        scenario,
                        account);
        player.follow(number, reported);
        List<Action> work = scenario.actions().subList(1, scenario.actions().size());
        player.play(scenario, work);
        player.ending();
        int before = benefit.path("decisions").size();
        JsonNode changed =
                Waiting.until(
                        PATIENCE,
                        "the decision to take effect",
                        () -> decided(citizen, id, before));
        JsonNode decision = changed.path("decisions").path(changed.path("decisions").size() - 1);
        troupe.teller()
                .say(
                        "",
                        "→ %s from %s, until %s to ask for reconsideration"
                                .formatted(
                                        decision.path("event").asText(),
                                        decision.path("from").asText(),
                                        decision.path("remedies")
                                                .path(0)
                                                .path("lastDay")
                                                .path("day")
                                                .asText()));
        return changed;
    }

    private static Optional<String> openReview(Caller citizen, long after)
            throws SurpriseException {
        JsonNode cases = citizen.get("/api/v1/applications?limit=50&after=" + after);
        for (JsonNode row : cases.path("rows")) {
            String number = row.path("number").asText();
            JsonNode progress = citizen.get("/api/v1/applications/" + number + "/progress");
            if (progress.path("service").asText().equals(REVIEW)
                    && !progress.path("decided").asBoolean()
                    && progress.path("conclusion").asText("").isEmpty()) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> decided(Caller citizen, String id, int before)
            throws SurpriseException {
        for (JsonNode benefit : citizen.get("/api/v1/benefits")) {
            if (benefit.path("benefit").asText().equals(id)
                    && benefit.path("decisions").size() > before) {
                return Optional.of(benefit);
            }
        }
        return Optional.empty();
    }
}
