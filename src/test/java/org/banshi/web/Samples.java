package org.banshi.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** People and cases of these tests; all invented. */
public final class Samples {

    public static final String NUMBER = "11440106007504886T34401060012026091400001";
    public static final String APPLICATION = "11111111-2222-3333-4444-555555555555";

    /** The paper of {@link #file}. */
    public static final String PAPER = "00000000-0000-0000-0000-000000000001";

    public static final PersonId PERSON = new PersonId("person-1");
    public static final String SERVICE = "minimum-living-allowance";
    public static final Instant THEN = Instant.parse("2026-09-10T02:30:00Z");

    private Samples() {}

    /** The citizen is signed in from now on. */
    public static SignedIn citizen() {
        return citizen(4);
    }

    /** The citizen, known so well, is signed in from now on. */
    public static SignedIn citizen(int level) {
        return enter(
                new SignedIn(
                        "li-mei",
                        Text.of("李梅", "Li Mei"),
                        new Scope("li-mei", PERSON, Set.of(Role.CITIZEN), null, null),
                        Actor.citizen("li-mei", PERSON).trusted(level),
                        level,
                        new Applicant("李梅", "440106190503120625", "13800000001", null)));
    }

    /** A member of staff is signed in from now on. */
    public static SignedIn staff(Role role) {
        return staff(role, "town");
    }

    /** A member of that body's staff is signed in from now on. */
    public static SignedIn staff(Role role, String body) {
        RegionCode region = new RegionCode("440106");
        return enter(
                new SignedIn(
                        "tianhe-town-1",
                        Text.of("天河街道经办员甲", "Tianhe town officer A"),
                        new Scope("tianhe-town-1", null, Set.of(role), body, region),
                        Actor.officer("tianhe-town-1", body, region),
                        5,
                        null));
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static SignedIn enter(SignedIn who) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(who, null, "ROLE_TEST"));
        return who;
    }

    /** A case that is with the office. */
    public static Progress progress() {
        return progress("accepted", false, List.of(), null);
    }

    /** A case that is with the office, after these events. */
    public static Progress after(String... events) {
        return progress("accepted", false, List.of(), null, events);
    }

    /** A case that waits for papers of the applicant. */
    public static Progress supplementAsked(String... items) {
        return progress("supplement-requested", true, List.of(items), null);
    }

    /** A case that was decided in favour of the applicant. */
    public static Progress approved() {
        return progress("approved", false, List.of(), Conclusion.APPROVED);
    }

    private static Progress progress(
            String status,
            boolean turn,
            List<String> items,
            @Nullable Conclusion conclusion,
            String... events) {
        return new Progress(
                APPLICATION,
                NUMBER,
                SERVICE,
                1,
                "440106",
                Text.of("最低生活保障", "Minimum living allowance"),
                7,
                status,
                Text.of("正在审查您的申请。", "Your application is being examined."),
                Text.of("天河街道办事处", "Tianhe Subdistrict Office"),
                "020-00000000",
                THEN,
                new DueDate(LocalDate.of(2026, 9, 30), false),
                new DueDate(LocalDate.of(2026, 10, 26), false),
                Text.of("接下来入户调查。", "A visit comes next."),
                turn,
                items,
                turn ? Text.of("户口簿缺页", "A page of the household book is missing") : null,
                conclusion != null,
                conclusion,
                null,
                null,
                conclusion == null
                        ? List.of()
                        : List.of(
                                new Progress.Line(
                                        "monthlyAmount",
                                        Text.of("每月金额", "Monthly amount"),
                                        "1314.00")),
                conclusion != null,
                conclusion == null
                        ? List.of()
                        : List.of(
                                new Remedy(
                                        "reconsideration",
                                        Text.of("向天河区人民政府申请行政复议", "Ask Tianhe for reconsideration"),
                                        new DueDate(LocalDate.of(2027, 1, 4), true),
                                        "行政复议法第二十条")),
                Stream.concat(Stream.of("application.applied"), Stream.of(events))
                        .map(event -> milestone(event))
                        .toList());
    }

    private static Progress.Milestone milestone(String event) {
        return new Progress.Milestone(event, Text.of(event + "了", event), THEN, null);
    }

    /** A task at the visit. */
    public static WorkItemRow task(String state, @Nullable String assignee) {
        return task("home-visit", Text.of("入户调查", "Home visit"), state, assignee);
    }

    /** A task at any step. */
    public static WorkItemRow task(
            String step, Text title, String state, @Nullable String assignee) {
        return new WorkItemRow(
                "task-1",
                3,
                APPLICATION,
                NUMBER,
                SERVICE,
                1,
                Text.of("最低生活保障", "Minimum living allowance"),
                step,
                title,
                "town",
                "440106",
                "李*",
                assignee,
                state,
                THEN,
                LocalDate.of(2026, 9, 11),
                false,
                null,
                "overdue",
                null,
                false);
    }

    /** What an officer reads of the case. */
    public static CaseFile file(FormData form) {
        return new CaseFile(
                APPLICATION,
                NUMBER,
                SERVICE,
                1,
                Text.of("最低生活保障", "Minimum living allowance"),
                "440106",
                THEN,
                new Applicant("李梅", "440106190503120625", "13800000001", null),
                form,
                List.of(
                        new Material(
                                PAPER, "household-book", "0".repeat(64), "application/pdf", 100)),
                List.of(
                        new CaseFile.Finding(
                                "social.information-checked",
                                "",
                                THEN,
                                "tianhe-town-2",
                                new FormData(Map.of("monthlyIncome", new BigDecimal("2400.00")))),
                        new CaseFile.Finding(
                                "application.rule-decided",
                                "eligibility",
                                THEN,
                                "engine",
                                new FormData(Map.of("outcome", "edge")))),
                List.of(
                        new CaseFile.Delivery(
                                "delivery-1",
                                "decision",
                                "POST",
                                LocalDate.of(2026, 9, 11),
                                null,
                                null)));
    }
}
