package org.banshi.command.domain.social;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.social.SocialCommand.Confirm;
import org.banshi.command.contract.social.SocialCommand.EndPublicNotice;
import org.banshi.command.contract.social.SocialCommand.GiveOpinion;
import org.banshi.command.contract.social.SocialCommand.PostPublicNotice;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.contract.social.SocialCommand.RecordHomeVisit;
import org.banshi.command.contract.social.SocialCommand.ResolveObjection;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;

/** Cases of an invented item of social assistance, and what may happen to them. */
final class SocialCases {

    private static final Map<String, Object> FAMILY_OF_THREE =
            Map.of("purpose", "help", "members", List.of("a", "b", "c"));

    final InventedService help = InventedService.lanternPermit().ofFamily("social-assistance");

    CaseFixture accepted() {
        return aCaseOf(help)
                .applied("2026-09-14", FAMILY_OF_THREE)
                .accepted("2026-09-15", "2026-10-30");
    }

    CaseFixture visitedCase() {
        return accepted().given("2026-09-17", CLERK, visited());
    }

    CaseFixture opined(String outcome) {
        return visitedCase()
                .given("2026-09-17", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, outcome, ""));
    }

    CaseFixture favoured() {
        return opined("agree").given("2026-09-17", PROCESS, amount("1314"));
    }

    CaseFixture noticed() {
        return favoured().given("2026-09-17", PROCESS, posted("2026-09-17", "2026-09-24"));
    }

    CaseFixture secondNotice() {
        return noticed()
                .given("2026-09-21", STRANGER, raised())
                .given("2026-09-22", CLERK, resolved())
                .given("2026-09-25", PROCESS, ended())
                .given("2026-10-08", CLERK, new SocialEvent.OpinionGiven(CASE, LIN, "agree", ""))
                .given("2026-10-08", PROCESS, posted("2026-10-08", "2026-10-15"));
    }

    ApplicationEvent.RuleDecided amount(String yuan) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                "amount",
                help.version(),
                LocalDate.parse("2026-09-14"),
                "granted",
                false,
                FormData.empty(),
                new FormData(Map.of("monthlyAmount", new BigDecimal(yuan))));
    }

    static RecordHomeVisit visit(String day, String... visitors) {
        return new RecordHomeVisit(
                CASE,
                LocalDate.parse(day),
                List.of(visitors),
                "poor",
                new BigDecimal("2400"),
                on("2026-09-17", CLERK));
    }

    static SocialEvent.HomeVisited visited() {
        return new SocialEvent.HomeVisited(
                CASE,
                LIN,
                LocalDate.parse("2026-09-16"),
                List.of("甲", "乙"),
                "poor",
                new BigDecimal("2400"));
    }

    static GiveOpinion opinion(String outcome) {
        return new GiveOpinion(CASE, outcome, "in need", on("2026-09-17", CLERK));
    }

    static PostPublicNotice post(String day) {
        return new PostPublicNotice(CASE, on(day, PROCESS));
    }

    static SocialEvent.PublicNoticePosted posted(String from, String until) {
        return new SocialEvent.PublicNoticePosted(
                CASE, LIN, "林小灯", 3, new BigDecimal("1314.00"), LocalDate.parse(from), due(until));
    }

    static RaiseObjection objection(String day) {
        return new RaiseObjection(CASE, "they own a boat", on(day, STRANGER));
    }

    static SocialEvent.ObjectionRaised raised() {
        return new SocialEvent.ObjectionRaised(CASE, LIN, "they own a boat");
    }

    static ResolveObjection resolve() {
        return new ResolveObjection(CASE, "unfounded", "no boat", on("2026-09-23", CLERK));
    }

    static SocialEvent.ObjectionResolved resolved() {
        return new SocialEvent.ObjectionResolved(CASE, LIN, "unfounded", "no boat");
    }

    static EndPublicNotice end(String day) {
        return new EndPublicNotice(CASE, on(day, PROCESS));
    }

    static SocialEvent.PublicNoticeEnded ended() {
        return new SocialEvent.PublicNoticeEnded(CASE, LIN);
    }

    static Confirm confirm(String day, String outcome, @Nullable String reason) {
        return new Confirm(CASE, outcome, reason, "as proposed", on(day, COUNTY));
    }

    static SocialEvent.Confirmed confirmed() {
        return confirmed(null);
    }

    static SocialEvent.Confirmed confirmed(@Nullable List<String> couples) {
        return new SocialEvent.Confirmed(
                CASE,
                LIN,
                "approve",
                null,
                new BigDecimal("1314.00"),
                LocalDate.parse("2026-12-01"),
                "as proposed",
                couples);
    }

    static SocialEvent.Confirmed rejected() {
        return new SocialEvent.Confirmed(
                CASE, LIN, "reject", "too-tall", null, null, "as proposed");
    }
}
