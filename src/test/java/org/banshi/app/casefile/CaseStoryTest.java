package org.banshi.app.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.app.casefile.CaseMoment.Task;
import org.banshi.app.casefile.CaseMoment.TaskState;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.VersionPolicy;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.RolledBack;
import org.banshi.command.contract.workitem.EscalationReason;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.Recorded;
import org.junit.jupiter.api.Test;

/** What an auditor is told of a case that was moved to another version of its item. */
class CaseStoryTest {

    private static final Instant BEGIN = Instant.parse("2026-09-14T01:00:00Z");
    private static final ApplicationId ID =
            new ApplicationId("00000000-0000-4000-8000-000000000001");
    private static final PersonId PERSON = new PersonId("person-1");
    private static final RegionCode REGION = new RegionCode("440106");
    private static final ServiceVersion ONE = new ServiceVersion("residence-permit", 1);
    private static final ServiceVersion TWO = new ServiceVersion("residence-permit", 2);

    private final List<Recorded> story = new ArrayList<>();

    @Test
    void a_task_goes_on_in_whoever_s_hand_it_is_when_its_case_is_moved() {
        happened(new WorkItemEvent.Opened("t", ID, ONE, "verify", "town", REGION, null));
        happened(new WorkItemEvent.VersionChanged("t", TWO));
        assertThat(task().state()).isEqualTo(TaskState.OPEN);
        assertThat(task().waits()).isTrue();

        happened(new WorkItemEvent.Claimed("t", "officer-1"));
        happened(new WorkItemEvent.VersionChanged("t", TWO));
        assertThat(task().state()).isEqualTo(TaskState.CLAIMED);
        assertThat(task().officer()).isEqualTo("officer-1");
        assertThat(task().waits()).isTrue();

        happened(new WorkItemEvent.Cancelled("t"));
        assertThat(task().state()).isEqualTo(TaskState.CANCELLED);
        assertThat(task().ended()).isEqualTo(BEGIN.plusSeconds(4));
    }

    @Test
    void every_act_on_a_task_that_there_is_is_told() {
        List<WorkItemEvent> acts =
                List.of(
                        new WorkItemEvent.Opened("t", ID, ONE, "verify", "town", REGION, null),
                        new WorkItemEvent.Rescheduled("t", null),
                        new WorkItemEvent.Claimed("t", "officer-1"),
                        new WorkItemEvent.Released("t", "officer-1"),
                        new WorkItemEvent.Assigned("t", "officer-2", "supervisor-1"),
                        new WorkItemEvent.VersionChanged("t", TWO),
                        new WorkItemEvent.Escalated("t", REGION, EscalationReason.STUCK),
                        new WorkItemEvent.EscalationEnded("t"),
                        new WorkItemEvent.Completed("t", "officer-2", "accept"),
                        new WorkItemEvent.Cancelled("t"));
        assertThat(WorkItemEvent.class.getPermittedSubclasses())
                .as("an act that this test and CaseStory do not know is never told as another")
                .containsExactlyInAnyOrder(
                        acts.stream().map(Object::getClass).toArray(Class<?>[]::new));
        List<TaskState> states = new ArrayList<>();
        for (WorkItemEvent act : acts) {
            happened(act);
            states.add(task().state());
        }

        assertThat(states)
                .containsExactly(
                        TaskState.OPEN,
                        TaskState.OPEN,
                        TaskState.CLAIMED,
                        TaskState.OPEN,
                        TaskState.CLAIMED,
                        TaskState.CLAIMED,
                        TaskState.CLAIMED,
                        TaskState.CLAIMED,
                        TaskState.COMPLETED,
                        TaskState.CANCELLED);
    }

    @Test
    void a_case_ran_on_the_version_of_that_moment() {
        happened(applied());
        happened(new ApplicationEvent.PreAccepted(ID, PERSON, null));
        happened(
                new ApplicationEvent.VersionChanged(
                        ID, PERSON, ONE, TWO, VersionPolicy.MIGRATED, null));
        happened(new ApplicationEvent.PreAccepted(ID, PERSON, null));

        CaseVersions versions = CaseVersions.of(story);

        assertThat(versions.at(1)).isEqualTo(ONE);
        assertThat(versions.at(2)).isEqualTo(ONE);
        assertThat(versions.at(3)).isEqualTo(TWO);
        assertThat(versions.at(4)).isEqualTo(TWO);
        assertThatThrownBy(() -> CaseVersions.of(story.subList(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_offered_follows_publications_and_roll_backs() {
        assertThat(CaseMoments.offered(story)).isEmpty();
        happened(new Published("residence-permit", 1, "one"));
        happened(new Published("residence-permit", 3, "three"));
        assertThat(CaseMoments.offered(story))
                .contains(new CaseMoment.Published(3, "three", BEGIN.plusSeconds(1)));

        happened(new RolledBack("residence-permit", 1));
        assertThat(CaseMoments.offered(story))
                .contains(new CaseMoment.Published(1, "one", BEGIN.plusSeconds(2)));

        happened(new Published("residence-permit", 4, "four"));
        assertThat(CaseMoments.offered(story))
                .contains(new CaseMoment.Published(4, "four", BEGIN.plusSeconds(3)));
    }

    private Task task() {
        CaseStory folded = new CaseStory();
        story.forEach(folded::take);
        return folded.tasks().get(0);
    }

    private void happened(Event event) {
        Instant at = BEGIN.plusSeconds(story.size());
        story.add(
                new Recorded(
                        story.size() + 1,
                        "any",
                        ID.value(),
                        story.size(),
                        at,
                        event.getClass().getSimpleName(),
                        event,
                        new Stamp(at, Actor.system("engine")),
                        Map.of()));
    }

    private static Applied applied() {
        return new Applied(
                ID,
                PERSON,
                "1",
                ONE,
                REGION,
                Channel.PC,
                new Applicant("李梅", "440106190503120625", "13800000001", null),
                FormData.empty(),
                List.of(),
                "ABCD2345");
    }
}
