package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LINS_DETAILS;
import static org.banshi.command.domain.invented.People.PROCESS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;

/** Lin's dispute with the lantern factory, as far as each test needs it. Nobody in it lives. */
final class ArbitrationCases {

    static final String FACTORY_NUMBER = "91440101MA0000A19B";

    /** What Lin's claim of pay is about: with the factory by its number, and by its name. */
    static final List<String> DISPUTES =
            List.of(
                    "key-440106190503071237/key-91440101MA0000A19B/PAY/2026-03-01",
                    "key-440106190503071237/key-against/演示灯具厂/PAY/2026-03-01");

    static final PersonId FACTORY = new PersonId(CASE.value() + "-r1");
    static final Actor DOCKET =
            Actor.officer("docket", "arbitration-committee", new RegionCode("440106"));
    static final Actor DIRECTOR = Actor.citizen("he", new PersonId("person-he"));

    /** The line of an award that is final: twelve times 2300 yuan. */
    private static final BigDecimal LINE = new BigDecimal("27600");

    private ArbitrationCases() {}

    static InventedService arbitration() {
        return InventedService.lanternPermit()
                .ofFamily("labour-arbitration")
                .limit("overall", 45, TermUnit.CALENDAR_DAYS)
                .statutory(45, TermUnit.CALENDAR_DAYS)
                .table("finality", ArbitrationCases::finality);
    }

    private static Decision finality(Map<String, ?> facts) {
        Map<?, ?> item = (Map<?, ?>) facts.get("item");
        boolean small = ((BigDecimal) item.get("amount")).compareTo(LINE) <= 0;
        boolean money = !"RELATION".equals(item.get("kind"));
        return new Decision(small && money ? "final" : "non-final", Map.of(), false);
    }

    static Map<String, Object> form(String kind, String amount) {
        Map<String, Object> form = new HashMap<>();
        form.put("applicantRole", "worker");
        form.put("respondents", List.of(Map.of("name", "演示灯具厂", "number", FACTORY_NUMBER)));
        form.put(
                "claims",
                List.of(
                        Map.of(
                                "kind",
                                kind,
                                "since",
                                "2026-03-01",
                                "amount",
                                amount,
                                "grounds",
                                "拖欠")));
        return form;
    }

    /** So many others beside Lin, of whom {@code representatives} speak for the group. */
    static Map<String, Object> groupOf(int others, int representatives) {
        Map<String, Object> form = form("PAY", "8000.00");
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            members.add(
                    Map.of(
                            "name",
                            "工友" + i,
                            "number",
                            "number-" + i,
                            "represents",
                            i < representatives));
        }
        form.put("members", members);
        return form;
    }

    static CaseFixture accepted(Map<String, Object> form) {
        return aCaseOf(arbitration())
                .applied("2026-09-14", form)
                .accepted("2026-09-18", "2026-11-02");
    }

    /** Lin claims 8000 yuan of pay. */
    static CaseFixture docketed() {
        return accepted(form("PAY", "8000.00"))
                .given("2026-09-18", PROCESS, lin())
                .given("2026-09-18", PROCESS, factory())
                .given("2026-09-18", PROCESS, claim("c1", ClaimKind.PAY, "8000.00"))
                .given("2026-09-18", PROCESS, docket());
    }

    /** The claim reached the factory on 2026-09-24; it may answer until 2026-10-15. */
    static CaseFixture served() {
        return docketed().given("2026-09-24", DOCKET, claimServed());
    }

    static CaseFixture empanelled() {
        return served().given("2026-09-24", DOCKET, panel("甲"));
    }

    /** A hearing on the morning of 2026-10-26, of which both were told on 2026-10-16. */
    static CaseFixture told() {
        return empanelled()
                .given("2026-10-16", DOCKET, hearing(1, "2026-10-26"))
                .given("2026-10-16", DOCKET, notice("a1", LIN, 1, "2026-10-16"))
                .given("2026-10-16", DOCKET, notice("r1", FACTORY, 1, "2026-10-16"));
    }

    static CaseFixture heard() {
        return told().given("2026-10-26", DOCKET, held(1));
    }

    static ArbitrationEvent.PartyJoined lin() {
        return new ArbitrationEvent.PartyJoined(
                CASE,
                LIN,
                "a1",
                Side.CLAIMANT,
                Role.WORKER,
                "key-" + LINS_DETAILS.identityNumber(),
                true,
                new PartyDetails(
                        LINS_DETAILS.name(),
                        LINS_DETAILS.identityNumber(),
                        LINS_DETAILS.phone(),
                        null,
                        null));
    }

    static ArbitrationEvent.PartyJoined factory() {
        return new ArbitrationEvent.PartyJoined(
                CASE,
                FACTORY,
                "r1",
                Side.RESPONDENT,
                Role.EMPLOYER,
                "key-" + FACTORY_NUMBER,
                true,
                new PartyDetails("演示灯具厂", FACTORY_NUMBER, null, null, null));
    }

    static ArbitrationEvent.ClaimFiled claim(String key, ClaimKind kind, String amount) {
        return new ArbitrationEvent.ClaimFiled(
                CASE,
                LIN,
                key,
                "a1",
                kind,
                LocalDate.parse("2026-03-01"),
                false,
                null,
                new BigDecimal(amount),
                "拖欠");
    }

    static ArbitrationEvent.Docketed docket() {
        return new ArbitrationEvent.Docketed(CASE, LIN, false, DISPUTES);
    }

    /** The factory's own claim for damages, of which it is decided until 2026-10-21. */
    static ArbitrationEvent.ClaimFiled counterClaim() {
        return new ArbitrationEvent.ClaimFiled(
                CASE,
                FACTORY,
                "c2",
                "r1",
                ClaimKind.DAMAGES,
                LocalDate.parse("2026-03-01"),
                true,
                due("2026-10-21"),
                new BigDecimal("5000.00"),
                "违约");
    }

    static ArbitrationEvent.DocumentServed claimServed() {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                FACTORY,
                "r1",
                ServedDocument.CLAIM,
                1,
                LocalDate.parse("2026-09-24"),
                ServiceWay.DIRECT,
                "receipt 1",
                due("2026-10-15"),
                List.of());
    }

    static ArbitrationEvent.DocumentServed notice(
            String party, PersonId person, int hearing, String day) {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                person,
                party,
                ServedDocument.HEARING_NOTICE,
                hearing,
                LocalDate.parse(day),
                ServiceWay.POST,
                "receipt 2",
                null,
                List.of());
    }

    static ArbitrationEvent.PanelNamed panel(String... arbitrators) {
        return new ArbitrationEvent.PanelNamed(CASE, LIN, List.of(arbitrators));
    }

    static ArbitrationEvent.HearingSet hearing(int number, String day) {
        return new ArbitrationEvent.HearingSet(
                CASE,
                LIN,
                number,
                LocalDate.parse(day),
                HalfDay.MORNING,
                "一号庭",
                List.of("甲"),
                List.of(
                        "arbitrator/440106/甲/" + day + "/MORNING",
                        "room/440106/一号庭/" + day + "/MORNING",
                        "party/key-" + LINS_DETAILS.identityNumber() + "/" + day + "/MORNING",
                        "party/key-" + FACTORY_NUMBER + "/" + day + "/MORNING"));
    }

    static ArbitrationEvent.HearingHeld held(int number) {
        return new ArbitrationEvent.HearingHeld(CASE, LIN, number, List.of());
    }

    /** The case's procedure as its table decided. */
    static ApplicationEvent.RuleDecided decided(String decision, String outcome) {
        return new ApplicationEvent.RuleDecided(
                CASE,
                LIN,
                decision,
                new ServiceVersion("lantern-permit", 3),
                LocalDate.parse("2026-09-14"),
                outcome,
                false,
                FormData.empty(),
                FormData.empty());
    }
}
