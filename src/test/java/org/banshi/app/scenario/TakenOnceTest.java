package org.banshi.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.process.task.TaskCompletion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What a person or a household has once, asked for by several: whoever decides second is told, and
 * nothing is decided that cannot follow.
 */
@OnStage
@DirtiesContext
class TakenOnceTest {

    private static final Applicant FATHER =
            new Applicant("何大山", "440106190404045527", "13800000023", null);
    private static final Applicant GRANDMOTHER =
            new Applicant("陈向阳", "440106190502141010", "13800000024", null);
    private static final Applicant HUSBAND =
            new Applicant("王建国", "440106190408201152", "13800000025", null);

    @Autowired private CommandGateway commands;
    @Autowired private TaskCompletion completion;
    @Autowired private Catalogue catalogue;
    @Autowired private Stage stage;
    @Autowired private StageClock clock;
    @Autowired private StageRegister register;
    @Autowired private EventLog log;
    @Autowired private PersonalData personal;

    @Test
    void the_second_first_certificate_of_a_holder_is_refused_to_the_officer() throws Exception {
        Scenario mothers = scenario("disability-certificate", "minor-without-notice");
        List<Case> cases =
                List.of(
                        begin("disability-certificate", mothers),
                        begin("disability-certificate", by(FATHER, mothers)),
                        begin("disability-certificate", by(GRANDMOTHER, mothers)));
        together(cases, "decide-certificate");
        Case mother = cases.get(0);
        Case father = cases.get(1);
        Case grandmother = cases.get(2);
        mother.playThrough("decide-certificate");
        father.playThrough("decide-certificate");
        mother.playThrough("print");

        refused("certificate-held-already", () -> father.playThrough("print"));
        assertThat(stage.open(father.player().application())).containsExactly("print");
        father.player().terminate(new Action.Terminate("持证人已有残疾人证。"));

        refused("certificate-held-already", () -> grandmother.playThrough("decide-certificate"));
        grandmother
                .player()
                .complete(
                        new Action.Complete(
                                "decide-certificate",
                                "reject",
                                new FormData(
                                        Map.of("reason", "held-already", "opinion", "一人一证。"))));
        assertThat(stage.open(grandmother.player().application())).isEmpty();

        assertThat(log.readStream(of("44010619101212102X").value()))
                .extracting(Recorded::event)
                .singleElement()
                .isInstanceOfSatisfying(
                        CertificateEvent.Issued.class,
                        it ->
                                assertThat(it.application())
                                        .isEqualTo(mother.player().application()));
    }

    /** Neither draws anything yet, so that nothing else would hold the second one back. */
    @Test
    void husband_and_wife_are_not_both_confirmed_on_one_day() throws Exception {
        Scenario wifes =
                scenario("minimum-living-allowance", "guangzhou-approved-after-supplement");
        List<Case> cases =
                List.of(
                        begin("minimum-living-allowance", wifes),
                        begin("minimum-living-allowance", by(HUSBAND, wifes)));
        together(cases, "confirm-county");
        Case wife = cases.get(0);
        Case husband = cases.get(1);
        wife.playThrough("confirm-county");

        assertThatThrownBy(() -> husband.playThrough("confirm-county"))
                .isInstanceOfSatisfying(
                        ClaimConflictException.class,
                        it -> assertThat(it.kind()).isEqualTo("confirmed-couple"));
        assertThat(stage.open(husband.player().application())).containsExactly("confirm-county");
        assertThat(log.readStream(husband.player().application().value()))
                .extracting(Recorded::event)
                .noneMatch(SocialEvent.Confirmed.class::isInstance);
    }

    /** A word would leave it valid, and nothing would bar a new application. */
    @Test
    void a_certificate_found_below_the_standard_ends_with_the_task_that_settles_it()
            throws Exception {
        Case renewal =
                begin(
                        "disability-certificate",
                        scenario("disability-certificate", "renewal-finds-the-standard-lost"));
        Case change =
                begin(
                        "disability-grade-change",
                        scenario("disability-grade-change", "city-finds-below"));
        Case kept =
                begin(
                        "disability-certificate",
                        scenario(
                                "disability-certificate", "renewal-keeps-the-certificate-for-now"));
        playToTheEnd(renewal);
        playToTheEnd(change);
        playToTheEnd(kept);

        assertThat(endOf("440106190502142638")).isEqualTo(LocalDate.parse("2027-09-01"));
        assertThat(endOf("440106190502142558")).isEqualTo(LocalDate.parse("2027-03-02"));
        assertThat(log.readStream(of("440106190502142718").value())).isEmpty();
    }

    private void playToTheEnd(Case one) throws Exception {
        clock.set(one.scenario().clock());
        register.set(one.scenario().registers());
        while (!one.left().isEmpty()) {
            one.next();
        }
    }

    /** Until when no new application is accepted, of what was in no book of ours before. */
    private @Nullable LocalDate endOf(String holder) {
        List<Object> story =
                log.readStream(of(holder).value()).stream().<Object>map(Recorded::event).toList();
        assertThat(story).hasSize(2).first().isInstanceOf(CertificateEvent.Recorded.class);
        CertificateEvent.Cancelled cancelled = (CertificateEvent.Cancelled) story.get(1);
        assertThat(cancelled.reason()).isEqualTo(CancelReason.STANDARD_NOT_MET);
        return cancelled.barredUntil();
    }

    private CertificateId of(String holder) {
        return CertificateId.of(NumberHash.of(personal, CertificateId.HOLDER, holder));
    }

    /** A case on its way through its scenario. */
    private record Case(GoldenPlayer player, Scenario scenario, List<Action> left) {

        void next() throws Exception {
            player.play(scenario, List.of(left.get(0)));
            left.remove(0);
        }

        /** Until the task of {@code step} is done; where it is refused it is still to be done. */
        void playThrough(String step) throws Exception {
            boolean done = false;
            while (!done) {
                done = isTask(left.get(0), step);
                next();
            }
        }
    }

    private Case begin(String service, Scenario scenario) {
        ServiceDefinition definition = catalogue.current(service).orElseThrow();
        clock.set(scenario.clock());
        register.set(scenario.registers());
        return new Case(
                new GoldenPlayer(
                        commands,
                        completion,
                        catalogue,
                        stage,
                        clock,
                        definition.version(),
                        definition.family(),
                        scenario,
                        false),
                scenario,
                new ArrayList<>(scenario.actions()));
    }

    /** All side by side, until the task of {@code step} is the next. */
    private static void together(List<Case> cases, String step) throws Exception {
        while (!isTask(cases.get(0).left().get(0), step)) {
            for (Case one : cases) {
                one.next();
            }
        }
    }

    private static boolean isTask(Action action, String step) {
        return action instanceof Action.Complete task && task.step().equals(step);
    }

    private static Scenario by(Applicant applicant, Scenario scenario) {
        return new Scenario(
                scenario.file(),
                scenario.title(),
                scenario.clock(),
                scenario.region(),
                applicant,
                scenario.benefits(),
                scenario.spared(),
                scenario.registers(),
                scenario.actions(),
                scenario.expect());
    }

    private static Scenario scenario(String service, String name) {
        PackageFiles files = Shipped.packages().get(service);
        String path = "scenarios/" + name + ".yaml";
        return new ScenarioReader(new Findings()).read(path, files.find(path).orElseThrow());
    }

    private static void refused(String code, Act act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(code));
    }

    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }
}
