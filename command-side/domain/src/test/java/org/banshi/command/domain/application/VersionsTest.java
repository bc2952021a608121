package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand.FollowVersion;
import org.banshi.command.contract.application.ApplicationCommand.StayOnVersion;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.application.VersionPolicy;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

/** Whether a case goes on by a newer version of its item. */
class VersionsTest {

    private static final String DAY = "2026-09-15";

    private final InventedService permit = InventedService.lanternPermit();
    private final ServiceVersion now = permit.version();
    private final ServiceVersion before = new ServiceVersion(now.service(), now.version() + 7);

    @Test
    void goes_on_by_the_version_that_is_published_once() {
        older().when(follow(now, VersionPolicy.MIGRATED)).happens(changed());
        older().given(DAY, PROCESS, changed())
                .when(follow(now, VersionPolicy.MIGRATED))
                .nothingHappens();
    }

    @Test
    void follows_nowhere_that_is_not_published() {
        ServiceVersion unknown = new ServiceVersion(now.service(), 99);
        older().when(follow(unknown, VersionPolicy.MIGRATED))
                .happens(kept(unknown, StayReason.NOT_OFFERED));
    }

    @Test
    void stays_once_it_is_over_and_says_so_once() {
        CaseFixture withdrawn =
                older().given(DAY, LIN_SELF, new ApplicationEvent.Withdrawn(CASE, LIN, "改变主意"));
        withdrawn.when(follow(now, VersionPolicy.MIGRATED)).happens(kept(now, StayReason.DECIDED));
        older().given(DAY, PROCESS, kept(now, StayReason.PLACE_GONE))
                .when(new StayOnVersion(CASE, now, StayReason.PLACE_GONE, on(DAY, PROCESS)))
                .nothingHappens();
    }

    @Test
    void is_not_taken_elsewhere_while_its_clock_stands_still_but_may_go_on_where_it_is() {
        CaseFixture suspended =
                older().accepted(DAY, "2026-09-30")
                        .given(DAY, CLERK, new ApplicationEvent.Suspended(CASE, LIN, "等待鉴定"));

        suspended
                .when(follow(now, VersionPolicy.FAST_FORWARDED))
                .happens(kept(now, StayReason.SIDE_PATH));
    }

    @Test
    void only_the_system_moves_cases() {
        older().when(new FollowVersion(CASE, now, VersionPolicy.MIGRATED, null, on(DAY, LIN_SELF)))
                .result()
                .expectNoEvents();
    }

    private CaseFixture older() {
        return aCaseOf(permit)
                .given(DAY, LIN_SELF, appliedEvent(before, Map.of("purpose", "festival")));
    }

    private static FollowVersion follow(ServiceVersion to, VersionPolicy policy) {
        return new FollowVersion(CASE, to, policy, null, on(DAY, PROCESS));
    }

    private ApplicationEvent changed() {
        return new ApplicationEvent.VersionChanged(
                CASE, LIN, before, now, VersionPolicy.MIGRATED, null);
    }

    private ApplicationEvent kept(ServiceVersion offered, StayReason reason) {
        return new ApplicationEvent.VersionKept(CASE, LIN, before, offered, reason);
    }
}
