package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.query.contract.worklist.FindIncidents;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.query.projection.RandomStory.Item;
import org.banshi.query.projection.Story.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random scopes over a random story: lists, counts, searches and single reads show what a model of
 * the rules says, no more and no less.
 */
class AccessTest {

    private static final long SEED = 20260914;
    private static final List<String> REGIONS =
            List.of(
                    "440000",
                    "440100",
                    "440106",
                    "440106001",
                    "440111",
                    "440300",
                    "441900",
                    "441900003",
                    "450000",
                    "450102",
                    "110000");

    private static World world;
    private static RandomStory told;

    @BeforeAll
    static void a_story_of_many_regions() {
        world = new World();
        told = new RandomStory(world.story, new Random(SEED));
        told.tell(900);
        world.catchUp();
    }

    @RepeatedTest(25)
    void shows_what_the_model_allows(RepetitionInfo repetition) {
        Random random = new Random(SEED + repetition.getCurrentRepetition());
        Scope scope = scope(random);

        assertThat(listed(scope, null))
                .as("%s", scope)
                .isEqualTo(visibleItems(scope, item -> true));
        Case searched = told.cases.get(random.nextInt(told.cases.size()));
        assertThat(listed(scope, searched.number()))
                .isEqualTo(visibleItems(scope, item -> item.c.number().equals(searched.number())));
        assertThat(listed(scope, searched.name()))
                .isEqualTo(visibleItems(scope, item -> item.c.name().equals(searched.name())));
        assertThat(found(scope)).isEqualTo(allVisible(scope));
        for (int i = 0; i < 12; i++) {
            readsOf(scope, told.cases.get(random.nextInt(told.cases.size())));
        }
        assertThat(incidents(scope)).isEqualTo(visibleIncidents(scope));
        assertThat(ownCases(scope)).isEqualTo(modelOwnCases(scope));
    }

    private void readsOf(Scope scope, Case c) {
        boolean caseVisible = staffMaySee(scope, c) || isOwn(scope, c);
        assertThat(progress(scope, c)).as("%s %s", scope, c).isEqualTo(caseVisible);
        Page<TimelineEntry> timeline =
                world.page(new FindTimeline(c.number(), scope, null, 200), TimelineEntry.class);
        assertThat(timeline.rows().isEmpty()).isEqualTo(!staffMaySee(scope, c));
        assertThat(timeline.count()).isEqualTo(timeline.rows().size());
    }

    // ---- the model

    private static boolean covers(Scope scope, String region) {
        return scope.region() != null && scope.region().covers(new RegionCode(region));
    }

    private static boolean mayWork(Scope scope, String body, String region) {
        return scope.has(Role.AUDITOR)
                || scope.has(Role.SUPERVISOR) && covers(scope, region)
                || scope.has(Role.OFFICER) && body.equals(scope.body()) && covers(scope, region);
    }

    private static boolean staffMaySee(Scope scope, Case c) {
        return scope.has(Role.AUDITOR)
                || scope.has(Role.SUPERVISOR) && covers(scope, c.region().value())
                || scope.has(Role.OFFICER)
                        && told.items.values().stream()
                                .filter(item -> item.c == c)
                                .anyMatch(
                                        item ->
                                                item.body.equals(scope.body())
                                                        && covers(scope, item.region));
    }

    private static boolean isOwn(Scope scope, Case c) {
        return scope.has(Role.CITIZEN) && c.person().equals(scope.person());
    }

    private static Set<String> visibleItems(Scope scope, Predicate<Item> filter) {
        return told.items.values().stream()
                .filter(item -> item.state.matches("open|claimed"))
                .filter(item -> mayWork(scope, item.body, item.region))
                .filter(filter)
                .map(item -> item.id)
                .collect(Collectors.toSet());
    }

    private static Set<String> allVisible(Scope scope) {
        return told.items.values().stream()
                .filter(item -> mayWork(scope, item.body, item.region))
                .map(item -> item.id)
                .collect(Collectors.toSet());
    }

    private static Set<String> visibleIncidents(Scope scope) {
        return told.incidents.entrySet().stream()
                .filter(
                        incident ->
                                scope.has(Role.AUDITOR)
                                        || scope.has(Role.OPERATOR)
                                        || scope.has(Role.SUPERVISOR)
                                                && covers(
                                                        scope,
                                                        incident.getValue().region().value()))
                .map(incident -> incident.getKey())
                .collect(Collectors.toSet());
    }

    private static Set<String> modelOwnCases(Scope scope) {
        return told.cases.stream()
                .filter(c -> isOwn(scope, c))
                .map(Case::number)
                .collect(Collectors.toSet());
    }

    // ---- what is shown

    private static Set<String> listed(Scope scope, @Nullable String text) {
        Set<String> shown = new HashSet<>();
        String cursor = null;
        Page<WorkItemRow> page;
        do {
            page =
                    world.page(
                            new FindWorkItems(
                                    scope, "all", null, null, null, null, text, "opened", cursor,
                                    37),
                            WorkItemRow.class);
            page.rows().forEach(row -> assertThat(shown.add(row.workItem())).isTrue());
            cursor = page.next();
        } while (cursor != null);
        assertThat(page.count()).isEqualTo(shown.size());
        return shown;
    }

    private static Set<String> found(Scope scope) {
        return told.items.keySet().stream()
                .filter(
                        item ->
                                world.ask(
                                                new FindWorkItem(item, scope),
                                                ResponseTypes.optionalInstanceOf(WorkItemRow.class))
                                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean progress(Scope scope, Case c) {
        return world.ask(
                        new FindProgress(c.number(), scope),
                        ResponseTypes.optionalInstanceOf(Progress.class))
                .isPresent();
    }

    private static Set<String> incidents(Scope scope) {
        return world
                .ask(new FindIncidents(scope), ResponseTypes.multipleInstancesOf(IncidentRow.class))
                .stream()
                .map(IncidentRow::incident)
                .collect(Collectors.toSet());
    }

    private static Set<String> ownCases(Scope scope) {
        Page<Progress.Row> page = world.page(new FindMyCases(scope, null, 200), Progress.Row.class);
        assertThat(page.count()).isEqualTo(page.rows().size());
        return page.rows().stream().map(Progress.Row::number).collect(Collectors.toSet());
    }

    private static Scope scope(Random random) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<Role> all = new ArrayList<>(List.of(Role.values()));
        if (random.nextInt(5) > 0) {
            all.remove(Role.AUDITOR);
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            roles.add(all.get(random.nextInt(all.size())));
        }
        return new Scope(
                "officer-" + random.nextInt(5),
                random.nextInt(3) == 0 ? null : new PersonId("person-" + random.nextInt(42)),
                roles,
                random.nextInt(6) == 0
                        ? null
                        : List.of("town", "county", "tow").get(random.nextInt(3)),
                random.nextInt(8) == 0
                        ? null
                        : new RegionCode(REGIONS.get(random.nextInt(REGIONS.size()))));
    }
}
