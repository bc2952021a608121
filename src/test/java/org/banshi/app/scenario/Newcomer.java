package org.banshi.app.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.Scenario.Reply;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.process.task.TaskCompletion;
import org.jspecify.annotations.Nullable;

/**
 * A newcomer of the worked examples, who applies for points and then for a place in the round, by
 * the packages and their processes. The identity number is made up from a birth date, in a province
 * without a county and with the serial 000, which nobody has.
 */
final class Newcomer {

    static final RegionCode TIANHE = new RegionCode("440106");

    private static final List<String> PARTS =
            List.of("pension", "medical", "unemployment", "injury", "maternity");

    /** Whose applicant has this number; nothing else of it is played. */
    private static final String SCENARIO = "scenarios/withdrawn.yaml";

    private static final String NUMBER = "430102190903160194";

    private final CommandGateway commands;
    private final TaskCompletion completion;
    private final Catalogue catalogue;
    private final Stage stage;
    private final StageClock clock;
    private final StageRegister register;
    private final PersonId person = new PersonId("newcomer-" + UUID.randomUUID());
    private final LocalDate born;
    private final Map<String, Object> form = new LinkedHashMap<>();
    private final Map<String, Object> permit = new LinkedHashMap<>();
    private final Map<String, Object> insurance = new LinkedHashMap<>();

    Newcomer(
            CommandGateway commands,
            TaskCompletion completion,
            Catalogue catalogue,
            Stage stage,
            StageClock clock,
            StageRegister register,
            String born) {
        this.commands = commands;
        this.completion = completion;
        this.catalogue = catalogue;
        this.stage = stage;
        this.clock = clock;
        this.register = register;
        this.born = LocalDate.parse(born);
        form.put("address", "演示地址 3 号");
        form.put("promise", true);
    }

    PersonId person() {
        return person;
    }

    /** What the police say of the permit. */
    Newcomer permit(String name, String day) {
        permit.put(name, day);
        return this;
    }

    /** What the insurance says: months of every kind, and of the housing fund. */
    Newcomer insured(int months, int fund) {
        PARTS.forEach(part -> insurance.put(part, months));
        insurance.put("fund", fund);
        return this;
    }

    /** Of the medical insurance other months. */
    Newcomer medical(int months) {
        insurance.put("medical", months);
        return this;
    }

    /** What the newcomer states in the form. */
    Newcomer claims(String field, Object value) {
        form.put(field, value);
        return this;
    }

    /** Applies for points on that day, which the office determines at once. */
    Newcomer scoredOn(String day) throws Exception {
        clock.set(Instant.parse(day + "T01:00:00Z"));
        register.set(
                Map.of(
                        "residence-permit", reply(permit),
                        "social-insurance", reply(insurance)));
        GoldenPlayer player = player("points-account");
        player.apply(new Action.Apply(new FormData(form), List.of("identity-card")));
        player.complete(task("review-papers", "accept", Map.of()));
        player.complete(task("determine", "determine", Map.of("opinion", "数据已核对。")));
        return this;
    }

    /** Applies for a place in the round on that day, as far as the system's own check. */
    ApplicationId seeksPlace(String day) throws Exception {
        return seeking(day).application();
    }

    /**
     * Applies for a place, and is entered into the round.
     *
     * @param cleared why the window does not believe the system's stop; null where there is none
     */
    ApplicationId enteredOn(String day, @Nullable String cleared, Runnable meanwhile)
            throws Exception {
        GoldenPlayer player = seeking(day);
        meanwhile.run();
        if (cleared != null) {
            player.complete(task("confirm-stop", "clear", Map.of("opinion", cleared)));
        }
        player.complete(task("review-papers", "accept", Map.of()));
        player.complete(task("confirm-entry", "enter", Map.of("opinion", "符合条件。")));
        return player.application();
    }

    /** Applies for a place a second time, which the window can only refuse. */
    ApplicationId refusedAgainOn(String day) throws Exception {
        GoldenPlayer player = seeking(day);
        player.complete(task("confirm-entered", "refuse", Map.of("reason", "entered")));
        return player.application();
    }

    private GoldenPlayer seeking(String day) throws Exception {
        clock.set(Instant.parse(day + "T01:00:00Z"));
        register.set(Map.of("penalties", reply(Map.of("criminal", "no"))));
        GoldenPlayer player = player("points-settlement");
        Map<String, Object> stated =
                Map.of(
                        "confirmScore", true,
                        "lawfulWork", true,
                        "target", "collective",
                        "family", 0,
                        "promise", true);
        player.apply(new Action.Apply(new FormData(stated), List.of("identity-card")));
        return player;
    }

    private GoldenPlayer player(String service) {
        String text =
                Shipped.packages()
                        .get("points-account")
                        .text(SCENARIO)
                        .replace(NUMBER, number(born));
        Scenario scenario =
                new ScenarioReader(new Findings())
                        .read(SCENARIO, text.getBytes(StandardCharsets.UTF_8));
        return new GoldenPlayer(
                        commands,
                        completion,
                        catalogue,
                        stage,
                        clock,
                        catalogue.current(service).orElseThrow().version(),
                        "",
                        scenario,
                        false)
                .as(person.value());
    }

    private static Action.Complete task(String step, String outcome, Map<String, Object> data) {
        return new Action.Complete(step, outcome, new FormData(data));
    }

    private static Reply reply(Map<String, Object> answer) {
        return answer.isEmpty()
                ? new Reply(RegisterOutcome.UNKNOWN_PERSON, FormData.empty(), Map.of())
                : new Reply(RegisterOutcome.ANSWERED, new FormData(answer), Map.of());
    }

    private static String number(LocalDate born) {
        String first = "440000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "000";
        return first + IdentityNumber.checkDigit(first);
    }
}
