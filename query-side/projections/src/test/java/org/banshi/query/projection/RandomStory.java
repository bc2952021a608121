package org.banshi.query.projection;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.engine.EngineEvent.IncidentOpened;
import org.banshi.command.contract.engine.EngineEvent.IncidentResolved;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.PrivacyEvent.Erased;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.contract.serviceitem.ServiceItemEvent.Published;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.query.projection.Story.Case;
import org.jspecify.annotations.Nullable;

/** Goes on telling a story at random, and remembers what a model needs to know of it. */
final class RandomStory {

    static final List<String> TOWNS =
            List.of("440106001", "440106002", "440111001", "440304001", "441900003", "450102001");

    /** A work item as the model knows it. */
    static final class Item {
        final String id;
        final Case c;
        final String body;
        final String region;
        String state = "open";
        @Nullable String holder;

        Item(String id, Case c, String body, String region) {
            this.id = id;
            this.c = c;
            this.body = body;
            this.region = region;
        }
    }

    final List<Case> cases = new ArrayList<>();
    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, Case> incidents = new LinkedHashMap<>();

    private final Story story;
    private final Random random;
    private int serial;

    RandomStory(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    void tell(int events) {
        for (int i = 0; i < events; i++) {
            if (cases.isEmpty() || random.nextInt(6) == 0) {
                String town = pick(TOWNS);
                int person = random.nextInt(40);
                cases.add(story.applied(town, "person-" + person, "王小明" + person));
            } else {
                next(pick(cases));
            }
            story.later(Duration.ofMinutes(random.nextInt(120)));
        }
    }

    /** Erases the applicants of some cases. */
    void erase(int some) {
        for (int i = 0; i < some; i++) {
            Case c = pick(cases);
            PrivacyId record = PrivacyId.of(c.person());
            story.add(
                    "privacy",
                    record.value(),
                    new Erased(record, c.person(), List.of(c.id()), ErasureGround.REQUEST, null));
        }
    }

    private void next(Case c) {
        switch (random.nextInt(12)) {
            case 0, 1 -> waits(c, "review", "town", c.region().value());
            case 2 -> waits(c, "confirm", "county", c.region().county().value());
            case 3, 4, 5 -> move(new ArrayList<>(items.values()));
            case 6 ->
                    story.of(
                            c,
                            new Accepted(
                                    c.id(), c.person(), LocalDate.of(2026, 9, 14), due(), "意见甲"));
            case 7 ->
                    story.of(
                            c,
                            new SupplementRequested(
                                    c.id(), c.person(), List.of("bank-flow"), "理由乙", due()));
            case 8 ->
                    story.of(c, new Supplemented(c.id(), c.person(), FormData.empty(), List.of()));
            case 9 ->
                    story.of(
                            c,
                            new StepCompleted(
                                    c.id(),
                                    c.person(),
                                    "review",
                                    "accept",
                                    "意见丙",
                                    FormData.empty()));
            case 10 -> incident(c);
            default -> end(c);
        }
    }

    private void waits(Case c, String step, String body, String region) {
        String item = story.waits(c, step, body, region, random.nextBoolean() ? due() : null);
        items.put(item, new Item(item, c, body, region));
    }

    private DueDate due() {
        return new DueDate(LocalDate.of(2026, 9, 1).plusDays(random.nextInt(60)), false);
    }

    private void move(List<Item> all) {
        List<Item> waiting =
                all.stream().filter(item -> item.state.matches("open|claimed")).toList();
        if (waiting.isEmpty()) {
            return;
        }
        Item item = pick(waiting);
        String officer = "officer-" + random.nextInt(5);
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                story.item(new WorkItemEvent.Claimed(item.id, officer));
                item.state = "claimed";
                item.holder = officer;
            }
            case 2 -> {
                story.item(new WorkItemEvent.Released(item.id, officer));
                item.state = "open";
                item.holder = null;
            }
            case 3 -> {
                story.item(new WorkItemEvent.Completed(item.id, officer, "accept"));
                item.state = "completed";
            }
            default -> {
                story.item(new WorkItemEvent.Cancelled(item.id));
                item.state = "cancelled";
            }
        }
    }

    private void incident(Case c) {
        if (random.nextBoolean() && !incidents.isEmpty()) {
            String mended = incidents.keySet().iterator().next();
            Case of = incidents.remove(mended);
            story.add("process", "p-" + of.number(), new IncidentResolved(mended, "p", of.id()));
        } else {
            String incident = "incident-" + ++serial;
            incidents.put(incident, c);
            story.add(
                    "process",
                    "p-" + c.number(),
                    new IncidentOpened(incident, "p", c.id(), "decide", "java.io.IOException"));
        }
    }

    private void end(Case c) {
        if (random.nextBoolean()) {
            story.of(
                    c,
                    new Concluded(
                            c.id(),
                            c.person(),
                            Conclusion.APPROVED,
                            null,
                            null,
                            new FormData(Map.of("monthlyAmount", "987654.32")),
                            List.of()));
        } else {
            story.of(c, new Terminated(c.id(), c.person(), "理由丁", List.of()));
        }
        story.add("service-item", "invented-grant", new Published("invented-grant", 1, "hash"));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
