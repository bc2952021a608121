package org.banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import org.banshi.catalogue.TaskActs.Act;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.social.SocialCommand;
import org.junit.jupiter.api.Test;

class TaskActsTest {

    @Test
    void the_outcome_picks_among_an_acts_commands() {
        assertThat(TaskActs.find("acceptance", "refuse"))
                .map(Act::command)
                .contains(ApplicationCommand.RefuseAcceptance.class);
        assertThat(TaskActs.find("acceptance", "applaud")).isEmpty();
    }

    @Test
    void an_act_with_one_command_takes_any_outcome() {
        assertThat(TaskActs.find("step", "whatever"))
                .map(Act::command)
                .contains(ApplicationCommand.CompleteStep.class);
    }

    @Test
    void tells_what_has_to_be_filled_in() {
        Act visit = TaskActs.find("social.home-visit", "done").orElseThrow();

        assertThat(visit.command()).isEqualTo(SocialCommand.RecordHomeVisit.class);
        assertThat(visit.family()).isEqualTo("social-assistance");
        assertThat(visit.components())
                .extracting(RecordComponent::getName)
                .containsExactly("day", "visitors", "findings", "evaluatedIncome");
        assertThat(visit.takesWholeData()).isFalse();
        assertThat(TaskActs.find("step", "x").orElseThrow().takesWholeData()).isTrue();
    }

    @Test
    void knows_what_may_be_left_out() {
        Act confirm = TaskActs.find("social.confirmation", "agree").orElseThrow();

        assertThat(confirm.components())
                .filteredOn(Act::isOptional)
                .extracting(RecordComponent::getName)
                .containsExactly("reason");
    }

    @Test
    void no_two_commands_answer_to_the_same_word() {
        assertThat(TaskActs.all())
                .extracting(act -> act.name() + "/" + act.outcome())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_family_adds_its_events_to_the_shared_ones() {
        assertThat(TaskActs.events(""))
                .contains("application.applied", "application.rated")
                .noneMatch(event -> event.startsWith("social."));
        assertThat(TaskActs.events("social-assistance"))
                .contains("application.applied", "social.confirmed");
        assertThat(TaskActs.families()).contains("labour-arbitration", "social-assistance");
        assertThat(TaskActs.events("disability"))
                .contains("application.applied", "disability.assessed")
                .noneMatch(event -> event.startsWith("social."));
        assertThat(TaskActs.families()).contains("disability", "social-assistance");
    }
}
