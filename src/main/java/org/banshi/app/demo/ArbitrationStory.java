package org.banshi.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.demo.Api.Caller;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.WorkingCalendar;

/**
 * A worker and a factory before the arbitration committee: the claim is served, the factory opens
 * the case with the code on its papers and answers, the case is heard and decided, and each side
 * reads how long it may contest the award. It can be told again, about a claim of a later day.
 */
final class ArbitrationStory implements FamilyStory {

    private static final String SERVICE = "labour-arbitration";
    private static final String SCENARIO = "award-on-its-last-days";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DAYS_OF_NOTICE = 6;

    @Override
    public String family() {
        return "arbitration";
    }

    @Override
    public void tell(Troupe troupe) throws Exception {
        WorkingCalendar calendar = YamlReferenceData.read(troupe.home().resolve("bpmn")).calendar();
        Scenario scenario = troupe.scenario(SERVICE, SCENARIO);
        LocalDate today = troupe.clock().today();
        HttpPlayer player =
                new HttpPlayer(
                        troupe.api(),
                        troupe.cast(),
                        troupe.clock(),
                        troupe.teller(),
                        SERVICE,
                        scenario,
                        troupe.cast().account("zhou-fu"));
        now(player, troupe);
        player.clearTheStage();
        player.apply(claimOf(scenario, today));
        String number = player.progress().path("number").asText();
        done(player, "review-papers", "accept", Map.of());
        done(player, "classify", "chosen", procedure());
        done(player, "serve-claim", "served", served("CLAIM", today));
        done(player, "name-panel", "named", Map.of("arbitrators", List.of("仲裁员陈公正")));
        answer(troupe, number);
        done(
                player,
                "forward-answer",
                "forwarded",
                Map.of("servedOn", today.toString(), "way", "DIRECT", "proof", "回证 2 号"));
        LocalDate day = calendar.due(today, DAYS_OF_NOTICE, TermUnit.WORKING_DAYS).day();
        done(
                player,
                "set-hearing",
                "set",
                Map.of("day", day.toString(), "half", "MORNING", "room", "第一仲裁庭"));
        done(player, "serve-notice", "served", served("HEARING_NOTICE", today));
        troupe.clock().passBeyond(day);
        troupe.teller().say("operator", "moves the clock on to the day after the hearing");
        now(player, troupe);
        done(player, "hear", "held", Map.of());
        done(
                player,
                "make-award",
                "award",
                Map.of(
                        "items",
                        List.of(Map.of("claim", "c1", "amount", new BigDecimal("7500.00"))),
                        "reasons",
                        "经审理查明，单位拖欠工资属实。"));
        LocalDate decided = troupe.clock().today();
        done(player, "serve-award", "served", served("AWARD", decided));
        Waiting.until(
                PATIENCE,
                "the end of the case",
                () -> Optional.of(player.progress()).filter(it -> it.path("ending").isObject()));
        remedies(troupe, number, "zhou-fu", "labour-litigation");
        remedies(troupe, number, "he-factory", "set-aside");
    }

    /** Days are told as they are from now on. */
    private static void now(HttpPlayer player, Troupe troupe) throws Exception {
        player.advance(new Action.AdvanceTo(troupe.clock().now()), Duration.ZERO);
    }

    private static void done(HttpPlayer player, String step, String outcome, Map<String, ?> data)
            throws SurpriseException {
        player.complete(
                new Action.Complete(step, outcome, new FormData(new LinkedHashMap<>(data))));
    }

    private static Action.Apply claimOf(Scenario scenario, LocalDate since) {
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        Map<String, Object> form = new LinkedHashMap<>(apply.form().values());
        form.put(
                "claims",
                List.of(
                        Map.of(
                                "kind",
                                "PAY",
                                "since",
                                since.toString(),
                                "amount",
                                new BigDecimal("8000.00"),
                                "grounds",
                                "拖欠工资")));
        form.put("knewOn", since.toString());
        form.put("leftOn", since.toString());
        return new Action.Apply(new FormData(form), apply.materials());
    }

    private static Map<String, Object> procedure() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("factsClear", true);
        for (String no :
                List.of(
                        "withinAverageWage",
                        "bothAgree",
                        "publicInterest",
                        "greatEffect",
                        "whereaboutsUnknown",
                        "unfit",
                        "difficult",
                        "collectiveContract")) {
            answers.put(no, false);
        }
        answers.put("opinion", "事实清楚，简易处理。");
        return answers;
    }

    private static Map<String, Object> served(String document, LocalDate day) {
        return Map.of(
                "document",
                document,
                "servedOn",
                day.toString(),
                "way",
                "DIRECT",
                "proof",
                "回证 1 号");
    }

    /** The factory has no part in the case until it uses the code on the papers served on it. */
    private static void answer(Troupe troupe, String number) throws SurpriseException {
        Caller factory = troupe.api().as(troupe.cast().account("he-factory"));
        Caller docket = troupe.api().as(troupe.cast().account("tianhe-docket"));
        String code = "";
        for (JsonNode one : docket.get("/api/v1/disputes/" + number + "/addressees")) {
            code =
                    one.path("party").path("key").asText().equals("r1")
                            ? one.path("code").asText()
                            : code;
        }
        long opened =
                act(factory, number, "arbitration.access", Map.of("party", "r1", "code", code));
        JsonNode seen = factory.get("/api/v1/disputes/" + number + "?after=" + opened);
        if (seen.path("claims").size() != 1 || seen.toString().contains("identityNumber")) {
            throw new SurpriseException("the factory does not see what was served on it: " + seen);
        }
        troupe.teller()
                .say(
                        factory.account(),
                        "opens the case with the code on the papers; may answer by "
                                + seen.path("answerBy").path("day").asText());
        act(factory, number, "arbitration.answer", Map.of("party", "r1", "answer", "经营困难，请求分期。"));
        troupe.teller().say(factory.account(), "answers");
    }

    private static long act(Caller caller, String number, String act, Map<String, String> data)
            throws SurpriseException {
        return caller.post("/api/v1/applications/" + number + "/acts/" + act, Map.of("data", data))
                .path("position")
                .asLong();
    }

    private static void remedies(Troupe troupe, String number, String account, String code)
            throws SurpriseException {
        Caller party = troupe.api().as(troupe.cast().account(account));
        for (JsonNode served : party.get("/api/v1/disputes/" + number).path("served")) {
            JsonNode remedy = served.path("remedies").path(0);
            if (remedy.path("code").asText().equals(code)) {
                troupe.teller()
                        .say(
                                party.account(),
                                "→ %s by %s"
                                        .formatted(
                                                remedy.path("where").path("en").asText(),
                                                remedy.path("lastDay").path("day").asText()));
                return;
            }
        }
        throw new SurpriseException(account + " is not told of " + code);
    }
}
