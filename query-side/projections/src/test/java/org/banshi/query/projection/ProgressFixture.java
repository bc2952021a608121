package org.banshi.query.projection;

import static org.banshi.query.projection.FakeService.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.Story.Case;
import org.junit.jupiter.api.BeforeEach;

/** A case of the invented grant, and the page that its applicant sees. */
abstract class ProgressFixture {

    static final DueDate STAGE_DUE = new DueDate(LocalDate.of(2026, 9, 17), false);
    static final DueDate CASE_DUE = new DueDate(LocalDate.of(2026, 10, 12), true);
    static final Remedy REMEDY =
            new Remedy("reconsideration", Text.of("市政府", "the city"), null, "第六十条");

    final World world = new World();
    final Story story = world.story;
    Case c;

    @BeforeEach
    void a_case_is_applied_for() {
        c = story.applied("440106001");
    }

    Progress page() {
        world.catchUp();
        return find(c.number(), c.person().value()).orElseThrow();
    }

    Optional<Progress> find(String number, String person) {
        return world.ask(
                new FindProgress(number, World.citizen(person)),
                ResponseTypes.optionalInstanceOf(Progress.class));
    }

    void reviewed() {
        story.waits(c, "review", "town", "440106001", STAGE_DUE);
    }

    void accepted() {
        story.of(c, new Accepted(c.id(), c.person(), LocalDate.of(2026, 9, 14), CASE_DUE, "材料齐全"));
    }

    void supplementRequested() {
        story.of(
                c,
                new SupplementRequested(
                        c.id(), c.person(), List.of("bank-flow"), "缺银行流水", STAGE_DUE));
    }

    void concluded(Conclusion conclusion, Map<String, Object> result) {
        story.of(
                c,
                new Concluded(
                        c.id(),
                        c.person(),
                        conclusion,
                        conclusion == Conclusion.REJECTED ? text("too-high") : null,
                        "第一条",
                        new FormData(result),
                        List.of(REMEDY)));
    }
}
