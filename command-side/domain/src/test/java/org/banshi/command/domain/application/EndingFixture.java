package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;

import java.util.List;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.banshi.command.domain.invented.People;

/** Cases of the invented permit on their way to the end. */
abstract class EndingFixture {

    final InventedService permit = InventedService.lanternPermit();

    CaseFixture applied() {
        return aCaseOf(permit).applied("2026-09-14");
    }

    CaseFixture accepted() {
        return applied().accepted("2026-09-14", "2026-09-30");
    }

    CaseFixture approved() {
        return accepted().given("2026-09-20", PROCESS, concluded(Conclusion.APPROVED, List.of()));
    }

    CaseFixture rejected() {
        return accepted()
                .given("2026-09-20", PROCESS, concluded(Conclusion.REJECTED, Remedies.OPEN));
    }

    static ApplicationEvent.Concluded concluded(Conclusion conclusion, List<Remedy> remedies) {
        return new ApplicationEvent.Concluded(
                CASE, LIN, conclusion, null, null, FormData.empty(), remedies);
    }

    static ApplicationEvent.Terminated terminated() {
        return new ApplicationEvent.Terminated(CASE, LIN, "does not co-operate", Remedies.OPEN);
    }

    static ApplicationEvent.Applied copy(
            ApplicationEvent.Applied it, Applicant details, FormData form) {
        return new ApplicationEvent.Applied(
                CASE,
                LIN,
                it.number(),
                it.service(),
                People.TOWN,
                Channel.WAP,
                details,
                form,
                List.of(),
                "code");
    }
}
