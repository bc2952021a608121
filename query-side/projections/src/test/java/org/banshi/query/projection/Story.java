package org.banshi.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;

/** A log in memory: events in the order in which a test tells them. */
final class Story {

    static final Instant BEGIN = Instant.parse("2026-09-14T01:00:00Z");

    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = BEGIN;
    private Actor actor = Actor.system("engine");
    private int cases;

    /** A case of the story. */
    record Case(ApplicationId id, PersonId person, String number, RegionCode region, String name) {

        String queryCode() {
            return "code-" + number;
        }
    }

    synchronized List<Recorded> events() {
        return List.copyOf(events);
    }

    synchronized List<Recorded> after(long position, int limit) {
        return events.stream().skip(position).limit(limit).toList();
    }

    synchronized long head() {
        return events.size();
    }

    Instant now() {
        return now;
    }

    Story later(Duration by) {
        now = now.plus(by);
        return this;
    }

    Story by(Actor actor) {
        this.actor = actor;
        return this;
    }

    synchronized Recorded add(String streamType, String stream, Event event) {
        long sequence = sequences.merge(stream, 0L, (before, zero) -> before + 1);
        Recorded recorded =
                new Recorded(
                        events.size() + 1L,
                        streamType,
                        stream,
                        sequence,
                        now,
                        event.getClass().getAnnotation(Stored.class).value(),
                        event,
                        new Stamp(now, actor),
                        Map.of());
        events.add(recorded);
        now = now.plusSeconds(1);
        return recorded;
    }

    /** An event of a case's own stream. */
    Recorded of(Case c, Event event) {
        return add("application", c.id().value(), event);
    }

    Case applied(String region) {
        return applied(region, "person-" + (cases + 1), "张三" + (cases + 1));
    }

    Case applied(String region, String person, String name) {
        return applied(FakeService.GRANT.version(), region, person, name);
    }

    Case applied(ServiceVersion service, String region, String person, String name) {
        cases++;
        Case c =
                new Case(
                        new ApplicationId("00000000-0000-4000-8000-%012d".formatted(cases)),
                        new PersonId(person),
                        "11440106MB2C%019d20260914%04d".formatted(0, cases),
                        new RegionCode(region),
                        name);
        by(Actor.citizen("account-" + person, c.person()));
        of(
                c,
                new Applied(
                        c.id(),
                        c.person(),
                        c.number(),
                        service,
                        c.region(),
                        Channel.APP,
                        new Applicant(name, "440106190301011234", "13800000000", null),
                        new FormData(Map.of("hardship", "失业在家")),
                        List.of(),
                        c.queryCode()));
        by(Actor.system("engine"));
        return c;
    }

    /** The case waits for a body: its stage and a work item. Answers the item's id. */
    String waits(Case c, String step, String body, String region, @Nullable DueDate due) {
        of(
                c,
                new StageStarted(
                        c.id(),
                        c.person(),
                        step,
                        body,
                        new RegionCode(region),
                        new Stamp(now, actor).day(),
                        due));
        return opened(c, FakeService.GRANT.version(), step, body, region, due);
    }

    String opened(
            Case c,
            ServiceVersion service,
            String step,
            String body,
            String region,
            @Nullable DueDate due) {
        String item = "task-%06d".formatted(events.size());
        add(
                "work-item",
                item,
                new WorkItemEvent.Opened(
                        item, c.id(), service, step, body, new RegionCode(region), due));
        return item;
    }

    void item(WorkItemEvent event) {
        add("work-item", event.workItem(), event);
    }
}
