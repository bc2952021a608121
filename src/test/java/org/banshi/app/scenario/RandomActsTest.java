package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.Shipped;
import org.banshi.app.publishing.Publisher;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.process.task.TaskCompletion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Whole cases on the real bus, engine and log, whose people do things in the wrong order: withdraw,
 * end, hand in, object, rate, file again and let time pass at any moment, and complete whatever
 * task is open in any way. Much is refused; whatever is not keeps the {@link Invariants}.
 */
@OnStage
@DirtiesContext
class RandomActsTest {

    /** To play a run again: {@code -Dbanshi.seed=…}. */
    private static final long SEED = Long.getLong("banshi.seed", 20_261_123);

    /** To walk for longer: {@code -Dbanshi.walks=1000}. */
    private static final int WALKS = Integer.getInteger("banshi.walks", 20);

    /** An item of each family comes first; the others follow as long as there is time. */
    private static final List<String> FAMILIES =
            List.of(
                    "minimum-living-allowance",
                    "labour-arbitration",
                    "disability-subsidy",
                    "residence-permit");

    private static final Map<String, PackageFiles> PACKAGES = Shipped.packages();

    @Autowired private CommandGateway commands;
    @Autowired private TaskCompletion completion;
    @Autowired private Catalogue catalogue;
    @Autowired private Publisher publisher;
    @Autowired private Stage stage;
    @Autowired private StageClock clock;
    @Autowired private StageRegister register;
    @Autowired private EventLog log;

    /** One walk, and what it needs. */
    private final class Walk {
        private final ServiceDefinition service;
        private final Random random;
        private final Scenario scenario;
        private final List<Action> known;
        private final GoldenPlayer player;
        private final List<String> told = new ArrayList<>();
        private Instant now;

        Walk(String name, long seed) {
            this.service = catalogue.current(name).orElseThrow();
            this.random = new Random(seed);
            List<Scenario> scenarios = scenarios(name);
            this.scenario = scenarios.get(random.nextInt(scenarios.size()));
            this.known = scenarios.stream().flatMap(one -> one.actions().stream()).toList();
            this.player = player(service, scenario);
            this.now = scenario.clock();
        }

        /**
         * Goes through the scenario, and astray one time in four.
         *
         * @return false when an earlier walk left something that stands in the way of filing
         */
        boolean go() throws Exception {
            clock.set(now);
            register.set(scenario.registers());
            try {
                player.apply((Action.Apply) scenario.actions().get(0));
            } catch (RefusedException | ClaimConflictException no) {
                told.add("refused: filed");
                return false;
            }
            for (Action action : scenario.actions().subList(1, scenario.actions().size())) {
                if (random.nextInt(4) == 0) {
                    attempt(astray());
                }
                attempt(action);
            }
            attempt(astray());
            return true;
        }

        private Action astray() {
            List<String> open = stage.open(player.application());
            return switch (random.nextInt(14)) {
                case 0 -> new Action.Withdraw(Optional.of("另有安排"));
                case 1 -> new Action.Terminate("拒绝配合调查");
                case 2 -> new Action.Supplement(FormData.empty(), List.of());
                case 3 -> new Action.Raise("收入不实");
                case 4 -> new Action.Rate(1, Optional.empty());
                case 5 -> new Action.Answer(random.nextBoolean(), Optional.of("评定有误"));
                case 6, 7 ->
                        new Action.AdvanceTo(now.plus(1 + random.nextInt(20), ChronoUnit.DAYS));
                case 8 -> scenario.actions().get(0);
                case 9 -> protection("protect", Map.of("reason", "家暴", "ownPhone", false));
                case 10 -> protection("lift", Map.of("reason", "已分开居住"));
                default -> completion(open).orElse(new Action.Rate(2, Optional.empty()));
            };
        }

        private static Action protection(String outcome, Map<String, Object> data) {
            return new Action.Beside("protection", outcome, new FormData(data));
        }

        /** Of any scenario, how an open task can be completed. */
        private Optional<Action> completion(List<String> open) {
            List<Action> ways =
                    known.stream()
                            .filter(
                                    it ->
                                            it instanceof Action.Complete task
                                                    && open.contains(task.step()))
                            .toList();
            return ways.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ways.get(random.nextInt(ways.size())));
        }

        private void attempt(Action action) throws Exception {
            if (action instanceof Action.Apply again) {
                applyAgain(again);
                return;
            }
            if (action instanceof Action.Complete task
                    && !stage.open(player.application()).contains(task.step())) {
                return;
            }
            if (action instanceof Action.AdvanceTo advance) {
                // Time never goes back, however far it was let pass before.
                now = advance.time().isAfter(now) ? advance.time() : now;
                told.add("until " + now);
                player.advance(new Action.AdvanceTo(now), Duration.ZERO);
                return;
            }
            try {
                player.play(scenario, List.of(action));
                told.add(said(action));
            } catch (RefusedException | InvalidTaskDataException | ClaimConflictException no) {
                told.add("refused: " + said(action));
            }
        }

        /** The same person files the same item again, from another case. */
        private void applyAgain(Action.Apply apply) {
            boolean open = Invariants.isOpen(log.readStream(player.application().value()));
            GoldenPlayer again =
                    player(service, scenario).as("golden-" + player.application().value());
            try {
                again.apply(apply);
                told.add("filed again");
                new Invariants(service, catalogue.reference().calendar(), log)
                        .holdOf(again.application());
                assertThat(open && oneAtATime())
                        .as("two open cases of one person and item")
                        .isFalse();
                again.withdraw(new Action.Withdraw(Optional.empty()));
            } catch (RefusedException | ClaimConflictException no) {
                told.add("refused: filed again");
            }
        }

        /** Of a dispute only until it is docketed: then the dispute itself can't come twice. */
        private boolean oneAtATime() {
            return log.readStream(player.application().value()).stream()
                    .noneMatch(it -> it.event() instanceof ArbitrationEvent.Docketed);
        }

        private static String said(Action action) {
            return action instanceof Action.Complete task
                    ? task.step() + "/" + task.outcome()
                    : action.getClass().getSimpleName();
        }

        void holds() {
            new Invariants(service, catalogue.reference().calendar(), log)
                    .holdOf(player.application());
            if (service.family().equals("labour-arbitration")) {
                whatPartiesBroughtInHasATask();
            }
        }

        private void whatPartiesBroughtInHasATask() {
            Set<Pending> waiting =
                    commands.sendAndWait(
                            new ArbitrationCommand.ListPending(
                                    player.application(),
                                    new Stamp(clock.now(), Actor.system("golden-office"))));
            Set<Pending> tasks = EnumSet.noneOf(Pending.class);
            for (String step : stage.open(player.application())) {
                service.steps().get(step).outcomes().stream()
                        .flatMap(it -> Pending.of(it.act()).stream())
                        .forEach(tasks::add);
            }
            assertThat(tasks).as("tasks for what waits").isEqualTo(waiting);
        }
    }

    @Test
    void whatever_order_people_act_in_the_law_is_kept() {
        List<String> services = new ArrayList<>(FAMILIES);
        PACKAGES.keySet().stream()
                .filter(name -> !services.contains(name) && !scenarios(name).isEmpty())
                .sorted()
                .forEach(services::add);
        System.out.println("random acts with seed " + SEED);
        int refused = 0;
        for (int walks = 0; walks < WALKS; walks++) {
            String service = services.get(walks % services.size());
            long seed = SEED * 1_000 + walks;
            Walk walk = new Walk(service, seed);
            try {
                if (walk.go()) {
                    walk.holds();
                }
            } catch (Exception | AssertionError broken) {
                throw new AssertionError(
                        "%s of %s with seed %d: %s"
                                .formatted(walk.scenario.file(), service, seed, walk.told),
                        broken);
            }
            refused += walk.told.stream().anyMatch(it -> it.startsWith("refused")) ? 1 : 0;
        }
        assertThat(refused).as("walks on which something was refused").isPositive();
    }

    /** In a street that decides on what it looked into itself (例 C23). */
    @Test
    void whoever_looked_into_a_case_or_is_concerned_does_not_decide_it() throws Exception {
        ServiceDefinition service = catalogue.current("temporary-assistance").orElseThrow();
        Scenario scenario = scenario(service.version().service(), "c23-small-sum-street");
        List<Action> actions = scenario.actions();
        clock.set(scenario.clock());
        register.set(scenario.registers());
        GoldenPlayer player = player(service, scenario);
        player.play(scenario, actions.subList(0, actions.size() - 1));
        String task = stage.task(player.application(), "confirm-town").workItem();
        Actor same = officer("golden-town", scenario);
        Actor kin = officer("golden-kin", scenario);
        Actor other = officer("golden-town-2", scenario);

        refused("officer-same-eyes", () -> claim(task, same));
        declare(player, Concern.KIN, kin);
        refused("officer-concerned", () -> claim(task, kin));
        claim(task, other);
        refused("officer-undeclared", () -> confirm(task, other));
        assertThat(stage.open(player.application())).containsExactly("confirm-town");
        declare(player, Concern.NONE, other);
        confirm(task, other);
        stage.settle(player.application());

        assertThat(stage.open(player.application())).isEmpty();
        assertThat(log.readStream(CaseOfficersId.of(player.application()).value()))
                .extracting(Recorded::event)
                .endsWith(
                        new CaseOfficersEvent.ConcernDeclared(
                                CaseOfficersId.of(player.application()),
                                "golden-town-2",
                                Concern.NONE),
                        new CaseOfficersEvent.StepHandled(
                                CaseOfficersId.of(player.application()),
                                "confirm-town",
                                "golden-town-2"));
    }

    /** A street whose package also keeps whoever assesses from giving the opinion. */
    @Test
    void three_pairs_of_eyes_of_one_body_are_three_officers() throws Exception {
        String name = "temporary-assistance";
        PackageFiles shipped = PACKAGES.get(name);
        Map<String, byte[]> files = new HashMap<>();
        shipped.paths().forEach(it -> files.put(it, shipped.find(it).orElseThrow()));
        String opinion = "  give-opinion:\n    body: town\n";
        assertThat(shipped.text("service.yaml")).contains(opinion);
        files.put(
                "service.yaml",
                shipped.text("service.yaml")
                        .replace(opinion, opinion + "    apart: [assess]\n")
                        .getBytes(StandardCharsets.UTF_8));
        PackageFiles changed = PackageFiles.of(files);
        publisher.check(name, changed);
        ServiceDefinition service =
                catalogue
                        .find(
                                publisher.publish(
                                        name,
                                        changed,
                                        new Stamp(Instant.EPOCH, Actor.system("scenarios"))))
                        .orElseThrow();
        Scenario scenario = scenario(name, "c23-small-sum-street");
        List<Action> actions = scenario.actions();
        clock.set(scenario.clock());
        register.set(scenario.registers());
        GoldenPlayer player = player(service, scenario);

        player.play(scenario, actions.subList(0, actions.size() - 1));

        List<String> before = handlers(player);
        assertThat(before).hasSize(2).doesNotHaveDuplicates();
        String task = stage.task(player.application(), "confirm-town").workItem();
        for (String officer : before) {
            refused("officer-same-eyes", () -> claim(task, officer(officer, scenario)));
        }
        player.play(scenario, actions.subList(actions.size() - 1, actions.size()));
        assertThat(handlers(player)).hasSize(3).doesNotHaveDuplicates();
        assertThat(stage.open(player.application())).isEmpty();
    }

    /** Who did the steps of which the package says who may, in their order. */
    private List<String> handlers(GoldenPlayer player) {
        return log.readStream(CaseOfficersId.of(player.application()).value()).stream()
                .map(Recorded::event)
                .filter(CaseOfficersEvent.StepHandled.class::isInstance)
                .map(it -> ((CaseOfficersEvent.StepHandled) it).officer())
                .toList();
    }

    private Scenario scenario(String service, String file) {
        return scenarios(service).stream()
                .filter(it -> it.file().contains(file))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .satisfies(
                        it ->
                                assertThat(it instanceof RefusedException ? it : it.getCause())
                                        .isInstanceOfSatisfying(
                                                RefusedException.class,
                                                no ->
                                                        assertThat(no.refusal().code())
                                                                .isEqualTo(code)));
    }

    private Actor officer(String account, Scenario scenario) {
        return Actor.officer(
                account, "town", catalogue.reference().seat("town", scenario.region()));
    }

    private void claim(String task, Actor by) {
        commands.sendAndWait(new WorkItemCommand.Claim(task, new Stamp(clock.now(), by)));
    }

    private void confirm(String task, Actor by) {
        completion.complete(
                task,
                "approve",
                new FormData(Map.of("opinion", "同意。")),
                new Stamp(clock.now(), by),
                null);
    }

    private void declare(GoldenPlayer player, Concern concern, Actor by) {
        commands.sendAndWait(
                new CaseOfficersCommand.Declare(
                        CaseOfficersId.of(player.application()),
                        concern,
                        new Stamp(clock.now(), by)));
    }

    private List<Scenario> scenarios(String service) {
        PackageFiles files = PACKAGES.get(service);
        return files.paths("scenarios/.+\\.yaml").stream()
                .map(
                        path ->
                                new ScenarioReader(new Findings())
                                        .read(path, files.find(path).orElseThrow()))
                .filter(it -> it.actions().get(0) instanceof Action.Apply)
                // A benefit of a scenario is one stream, whoever plays it.
                .filter(it -> it.benefits().isEmpty())
                .toList();
    }

    private GoldenPlayer player(ServiceDefinition service, Scenario scenario) {
        return new GoldenPlayer(
                commands,
                completion,
                catalogue,
                stage,
                clock,
                service.version(),
                service.family(),
                scenario,
                service.exOfficio());
    }
}
