package org.banshi.command.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.account.AccountCommand.AnswerProposal;
import org.banshi.command.contract.account.AccountCommand.AskReset;
import org.banshi.command.contract.account.AccountCommand.ChangeRoles;
import org.banshi.command.contract.account.AccountCommand.Disable;
import org.banshi.command.contract.account.AccountCommand.Enable;
import org.banshi.command.contract.account.AccountCommand.EndLeave;
import org.banshi.command.contract.account.AccountCommand.Open;
import org.banshi.command.contract.account.AccountCommand.ProposeAdministrator;
import org.banshi.command.contract.account.AccountCommand.ResetAccess;
import org.banshi.command.contract.account.AccountCommand.TakeLeave;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.account.AccountState.AskedReset;
import org.banshi.command.domain.verdict.Verdict;
import org.junit.jupiter.api.Test;

class AccountDeciderTest {

    private static final AccountId CHEN = AccountId.of("chen-clerk");
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final Stamp WANG = by("wang-an");
    private static final Stamp ZHAO = by("zhao-an");
    private static final Stamp PLATFORM = new Stamp(Instant.EPOCH, Actor.system("first-start"));

    private static final AccountState CLERK =
            AccountState.opened(List.of(StaffRole.OFFICER), "town", TIANHE);

    @Test
    void an_officer_has_a_body_and_a_region() {
        assertThat(
                        AccountDecider.decide(
                                AccountState.NONE,
                                new Open(CHEN, List.of(StaffRole.OFFICER), "town", TIANHE, WANG)))
                .isEqualTo(
                        Verdict.happens(
                                new AccountEvent.Opened(
                                        CHEN, List.of(StaffRole.OFFICER), "town", TIANHE)));
        refused(
                "account-incomplete",
                AccountDecider.decide(
                        AccountState.NONE,
                        new Open(CHEN, List.of(StaffRole.OFFICER), "town", null, WANG)));
        refused(
                "account-exists",
                AccountDecider.decide(
                        CLERK, new Open(CHEN, List.of(StaffRole.OFFICER), "town", TIANHE, WANG)));
    }

    @Test
    void no_one_alone_makes_an_administrator() {
        for (StaffRole role : List.of(StaffRole.OPERATOR, StaffRole.SECURITY, StaffRole.AUDITOR)) {
            refused(
                    "account-administrator-by-one",
                    AccountDecider.decide(
                            AccountState.NONE, new Open(CHEN, List.of(role), null, null, WANG)));
            refused(
                    "account-administrator-by-one",
                    AccountDecider.decide(
                            CLERK, false, new ChangeRoles(CHEN, List.of(role), null, null, WANG)));
            refused(
                    "account-same-eyes",
                    AccountDecider.decide(
                            CLERK.proposed(role, "wang-an"),
                            false,
                            new AnswerProposal(CHEN, role, true, WANG)));
            assertThat(
                            AccountDecider.decide(
                                    CLERK.proposed(role, "wang-an"),
                                    false,
                                    new AnswerProposal(CHEN, role, true, ZHAO)))
                    .as("whoever proposed may have reset the account before")
                    .isEqualTo(
                            Verdict.happens(
                                    new AccountEvent.AdministratorGranted(CHEN, role),
                                    new AccountEvent.AccessReset(CHEN)));
        }
    }

    @Test
    void only_the_platform_opens_the_first_administrators_and_apart_from_other_roles() {
        assertThat(
                        AccountDecider.decide(
                                AccountState.NONE,
                                new Open(CHEN, List.of(StaffRole.SECURITY), null, null, PLATFORM)))
                .isInstanceOf(Verdict.Happens.class);
        refused(
                "account-roles-apart",
                AccountDecider.decide(
                        AccountState.NONE,
                        new Open(
                                CHEN,
                                List.of(StaffRole.SECURITY, StaffRole.AUDITOR),
                                null,
                                null,
                                PLATFORM)));
    }

    @Test
    void nobody_changes_an_account_of_ones_own() {
        Stamp self = by("chen-clerk");
        List<StaffRole> more = List.of(StaffRole.OFFICER, StaffRole.PUBLISHER);

        refused(
                "account-own",
                AccountDecider.decide(
                        CLERK, false, new ChangeRoles(CHEN, more, "town", TIANHE, self)));
        refused(
                "account-own",
                AccountDecider.decide(
                        CLERK, new ProposeAdministrator(CHEN, StaffRole.SECURITY, self)));
        refused(
                "account-own",
                AccountDecider.decide(
                        CLERK.proposed(StaffRole.AUDITOR, "wang-an"),
                        false,
                        new AnswerProposal(CHEN, StaffRole.AUDITOR, true, self)));
        refused("account-own", AccountDecider.decide(CLERK, new Disable(CHEN, "leave", self)));
        refused("account-own", AccountDecider.decide(CLERK.open(false), new Enable(CHEN, self)));
        refused("account-own", AccountDecider.decide(CLERK, new AskReset(CHEN, self)));
        refused("account-own", AccountDecider.decide(CLERK, new ResetAccess(CHEN, self)));
    }

    /** Who resets learns the password: alone, one would be the auditor, or both pairs of eyes. */
    @Test
    void no_one_alone_resets_an_administrator() {
        for (StaffRole role : List.of(StaffRole.OPERATOR, StaffRole.SECURITY, StaffRole.AUDITOR)) {
            AccountState held = AccountState.opened(List.of(role), null, null);
            ResetAccess reset = new ResetAccess(CHEN, ZHAO);
            refused("account-reset-by-one", AccountDecider.decide(held, reset));
            assertThat(AccountDecider.decide(held, new AskReset(CHEN, WANG)))
                    .isEqualTo(Verdict.happens(new AccountEvent.ResetAsked(CHEN)));
            AccountState asked = held.asked(new AskedReset("wang-an", WANG.day()));
            assertThat(AccountDecider.decide(asked, new AskReset(CHEN, WANG)))
                    .isEqualTo(Verdict.NOTHING);
            refused(
                    "account-reset-by-one",
                    AccountDecider.decide(asked, new ResetAccess(CHEN, WANG)));
            refused(
                    "account-reset-by-one",
                    AccountDecider.decide(
                            held.asked(new AskedReset("wang-an", WANG.day().minusDays(1))), reset));
            refused("account-reset-by-one", AccountDecider.decide(asked.wasReset(), reset));
            assertThat(AccountDecider.decide(asked, reset))
                    .isEqualTo(Verdict.happens(new AccountEvent.AccessReset(CHEN)));
        }
        assertThat(AccountDecider.decide(CLERK, new ResetAccess(CHEN, WANG)))
                .isEqualTo(Verdict.happens(new AccountEvent.AccessReset(CHEN)));
    }

    @Test
    void a_proposal_that_is_rejected_cannot_be_agreed_to_any_more() {
        AccountState proposed = CLERK.proposed(StaffRole.AUDITOR, "wang-an");
        assertThat(
                        AccountDecider.decide(
                                proposed,
                                false,
                                new AnswerProposal(CHEN, StaffRole.AUDITOR, false, WANG)))
                .isEqualTo(
                        Verdict.happens(
                                new AccountEvent.ProposalRejected(CHEN, StaffRole.AUDITOR)));
        refused(
                "account-no-proposal",
                AccountDecider.decide(
                        proposed.answered(),
                        false,
                        new AnswerProposal(CHEN, StaffRole.AUDITOR, true, ZHAO)));
    }

    @Test
    void an_answer_is_to_the_role_that_was_read_and_to_no_other() {
        AccountState changed =
                CLERK.proposed(StaffRole.AUDITOR, "wang-an")
                        .proposed(StaffRole.SECURITY, "wang-an");

        for (boolean agreed : List.of(true, false)) {
            refused(
                    "account-other-proposal",
                    AccountDecider.decide(
                            changed,
                            false,
                            new AnswerProposal(CHEN, StaffRole.AUDITOR, agreed, ZHAO)));
        }
    }

    @Test
    void nobody_proposes_what_is_proposed_or_held() {
        refused(
                "account-proposed-already",
                AccountDecider.decide(
                        CLERK.proposed(StaffRole.AUDITOR, "wang-an"),
                        new ProposeAdministrator(CHEN, StaffRole.AUDITOR, ZHAO)));
        refused(
                "account-role-held",
                AccountDecider.decide(
                        AccountState.opened(List.of(StaffRole.AUDITOR), null, null),
                        new ProposeAdministrator(CHEN, StaffRole.AUDITOR, ZHAO)));
    }

    @Test
    void a_disabled_account_is_enabled_before_anything_else() {
        AccountState closed = CLERK.open(false);

        refused("account-disabled", AccountDecider.decide(closed, new ResetAccess(CHEN, WANG)));
        refused(
                "account-disabled",
                AccountDecider.decide(
                        closed, new ProposeAdministrator(CHEN, StaffRole.AUDITOR, WANG)));
        refused(
                "account-reason-missing",
                AccountDecider.decide(CLERK, new Disable(CHEN, " ", WANG)));
        assertThat(AccountDecider.decide(closed, new Disable(CHEN, "left", WANG)))
                .isEqualTo(Verdict.NOTHING);
        assertThat(AccountDecider.decide(closed, new Enable(CHEN, WANG)))
                .isEqualTo(Verdict.happens(new AccountEvent.Enabled(CHEN)));
    }

    @Test
    void leave_is_written_down_by_the_officer_or_a_supervisor_of_the_region() {
        LocalDate first = LocalDate.of(1970, 1, 5);
        AccountEvent.LeaveTaken week =
                new AccountEvent.LeaveTaken(CHEN, first, first.plusDays(6), "lin-clerk");
        Stamp self = by("chen-clerk");
        Stamp city =
                new Stamp(
                        Instant.EPOCH,
                        Actor.officer("supervisor", "county-civil", new RegionCode("440100")));
        Stamp elsewhere =
                new Stamp(
                        Instant.EPOCH,
                        Actor.officer("supervisor", "county-civil", new RegionCode("440104")));

        for (Stamp may : List.of(self, city)) {
            assertThat(LeaveDecider.take(CLERK, null, leave(week, may)))
                    .isEqualTo(Verdict.happens(week));
        }
        for (Stamp not : List.of(elsewhere, by("lin-clerk"), WANG)) {
            refused("account-leave-of-others", LeaveDecider.take(CLERK, null, leave(week, not)));
            refused(
                    "account-leave-of-others",
                    LeaveDecider.end(CLERK, week, new EndLeave(CHEN, not)));
        }
        assertThat(LeaveDecider.take(CLERK, week, leave(week, self))).isEqualTo(Verdict.NOTHING);
        assertThat(LeaveDecider.end(CLERK, week, new EndLeave(CHEN, city)))
                .isEqualTo(Verdict.happens(new AccountEvent.LeaveEnded(CHEN)));
        assertThat(LeaveDecider.end(CLERK, null, new EndLeave(CHEN, self)))
                .isEqualTo(Verdict.NOTHING);
    }

    /** Whoever stands in supervises: no peer makes somebody else a supervisor. */
    @Test
    void leave_of_a_supervisor_is_written_down_by_nobody_else_of_the_region() {
        AccountState supervisor = AccountState.opened(List.of(StaffRole.SUPERVISOR), null, TIANHE);
        LocalDate first = LocalDate.of(1970, 1, 5);
        AccountEvent.LeaveTaken week =
                new AccountEvent.LeaveTaken(CHEN, first, first.plusDays(6), "lin-clerk");

        for (Stamp may : List.of(by("chen-clerk"), in("440100"))) {
            assertThat(LeaveDecider.take(supervisor, null, leave(week, may)))
                    .isEqualTo(Verdict.happens(week));
            assertThat(LeaveDecider.end(supervisor, week, new EndLeave(CHEN, may)))
                    .isEqualTo(Verdict.happens(new AccountEvent.LeaveEnded(CHEN)));
        }
        for (String not : List.of(TIANHE.value(), "440104")) {
            refused(
                    "account-leave-of-others",
                    LeaveDecider.take(supervisor, null, leave(week, in(not))));
            refused(
                    "account-leave-of-others",
                    LeaveDecider.end(supervisor, week, new EndLeave(CHEN, in(not))));
        }
    }

    private static Stamp in(String region) {
        return new Stamp(Instant.EPOCH, Actor.officer("supervisor", "", new RegionCode(region)));
    }

    /** Who wrote it down, and who stands in, was judged by the rights before. */
    @Test
    void a_leave_ends_with_other_rights() {
        List<StaffRole> supervisor = List.of(StaffRole.SUPERVISOR);
        AccountEvent ended = new AccountEvent.LeaveEnded(CHEN);
        for (ChangeRoles other :
                List.of(
                        new ChangeRoles(CHEN, supervisor, null, TIANHE, WANG),
                        new ChangeRoles(CHEN, CLERK.roles(), "county-civil", TIANHE, WANG),
                        new ChangeRoles(
                                CHEN, CLERK.roles(), "town", new RegionCode("440104"), WANG))) {
            assertThat(AccountDecider.decide(CLERK, true, other))
                    .isEqualTo(
                            Verdict.happens(
                                    new AccountEvent.RolesChanged(
                                            CHEN, other.roles(), other.body(), other.region()),
                                    ended));
        }
        assertThat(
                        AccountDecider.decide(
                                CLERK,
                                true,
                                new ChangeRoles(CHEN, CLERK.roles(), "town", TIANHE, WANG)))
                .as("nothing changes")
                .isEqualTo(Verdict.NOTHING);
        assertThat(
                        AccountDecider.decide(
                                CLERK.proposed(StaffRole.AUDITOR, "wang-an"),
                                true,
                                new AnswerProposal(CHEN, StaffRole.AUDITOR, true, ZHAO)))
                .isEqualTo(
                        Verdict.happens(
                                new AccountEvent.AdministratorGranted(CHEN, StaffRole.AUDITOR),
                                ended,
                                new AccountEvent.AccessReset(CHEN)));
    }

    @Test
    void leave_has_days_that_make_sense_and_a_deputy_who_is_somebody_else() {
        LocalDate today = LocalDate.of(1970, 1, 1);
        Stamp self = by("chen-clerk");

        for (List<LocalDate> wrong :
                List.of(
                        List.of(today.plusDays(2), today.plusDays(1)),
                        List.of(today.minusDays(3), today.minusDays(1)),
                        List.of(today, today.plusDays(366)))) {
            refused(
                    "account-leave-period",
                    LeaveDecider.take(
                            CLERK,
                            null,
                            new TakeLeave(CHEN, wrong.get(0), wrong.get(1), null, self)));
        }
        refused(
                "account-own-deputy",
                LeaveDecider.take(
                        CLERK, null, new TakeLeave(CHEN, today, today, "chen-clerk", self)));
        for (AccountState nobody :
                List.of(
                        AccountState.NONE,
                        CLERK.open(false),
                        AccountState.opened(List.of(StaffRole.AUDITOR), null, null))) {
            refused(
                    "account-no-officer",
                    LeaveDecider.take(nobody, null, new TakeLeave(CHEN, today, today, null, self)));
        }
    }

    private static TakeLeave leave(AccountEvent.LeaveTaken days, Stamp by) {
        return new TakeLeave(CHEN, days.first(), days.last(), days.deputy(), by);
    }

    private static Stamp by(String account) {
        return new Stamp(
                Instant.EPOCH, new Actor(Actor.Kind.OFFICER, account, null, null, null, null));
    }

    /** Of two security administrators, neither resets the other. */
    @Test
    void tells_the_way_out_where_nobody_else_can_reset_an_administrator() {
        Verdict verdict =
                AccountDecider.decide(
                        AccountState.opened(List.of(StaffRole.SECURITY), null, null),
                        new ResetAccess(CHEN, WANG));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> {
                            Text next = refused.refusal().mend();
                            assertThat(next.zh()).contains("BANSHI_SECOND_ADMIN");
                            assertThat(next.en()).contains("BANSHI_SECOND_ADMIN");
                        });
    }

    private static void refused(String code, Verdict verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
