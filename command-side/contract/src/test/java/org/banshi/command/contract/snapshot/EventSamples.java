package org.banshi.command.contract.snapshot;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardLine;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.organisation.OrganisationDetails;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.DepartmentAnswer;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.ListSoFar;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.jspecify.annotations.Nullable;

/** One instance of every event, the same in every run. Nobody in it lives. */
final class EventSamples {

    private static final List<Class<?>> STORIES =
            List.of(
                    ApplicationEvent.class,
                    SocialEvent.class,
                    WorkItemEvent.class,
                    ServiceItemEvent.class,
                    ClockEvent.class,
                    EngineEvent.class,
                    BenefitEvent.class,
                    PointsEvent.class,
                    RoundEvent.class,
                    CandidacyEvent.class,
                    ArbitrationEvent.class,
                    DisabilityEvent.class,
                    CertificateEvent.class,
                    MatterEvent.class,
                    AccountEvent.class,
                    JournalEvent.class,
                    PrivacyEvent.class,
                    CitizenEvent.class,
                    MandateEvent.class,
                    OrganisationEvent.class,
                    CaseOfficersEvent.class);

    private static final LocalDate DAY = LocalDate.parse("2026-09-14");
    private static final RoundId ROUND = RoundId.of(new RegionCode("440106"), 2026);
    private static final CandidacyId CANDIDACY = CandidacyId.of(ROUND, new PersonId("person-1"));

    private static final Material PAPER =
            new Material("m-1", "household-book", "0123abcd", "application/pdf", 2048);

    private static final Map<Class<?>, Object> BY_TYPE =
            Map.ofEntries(
                    Map.entry(Material.class, PAPER),
                    Map.entry(
                            ApplicationId.class,
                            new ApplicationId("00000000-0000-0000-0000-000000000001")),
                    Map.entry(
                            BenefitId.class, new BenefitId("00000000-0000-0000-0000-000000000002")),
                    Map.entry(MatterId.class, new MatterId("00000000-0000-0000-0000-000000000003")),
                    Map.entry(PersonId.class, new PersonId("person-1")),
                    Map.entry(RegionCode.class, new RegionCode("440106001")),
                    Map.entry(ServiceVersion.class, new ServiceVersion("lantern-permit", 3)),
                    Map.entry(
                            Applicant.class,
                            new Applicant(
                                    "林小灯", "440106190503071237", "13800000000", "lin@example.org")),
                    Map.entry(FormData.class, form()),
                    Map.entry(DueDate.class, new DueDate(DAY, false)),
                    Map.entry(Text.class, Text.of("理由", "Reason")),
                    Map.entry(LocalDate.class, DAY),
                    Map.entry(Duration.class, Duration.ofHours(36)),
                    Map.entry(BigDecimal.class, new BigDecimal("1314.00")),
                    Map.entry(Integer.class, 3),
                    Map.entry(Boolean.class, true),
                    Map.entry(Authority.class, new Authority("paper-1", DAY, null)),
                    Map.entry(int.class, 2),
                    Map.entry(long.class, 7L),
                    Map.entry(PrivacyId.class, PrivacyId.of(new PersonId("person-1"))),
                    Map.entry(boolean.class, true),
                    Map.entry(PointsAccountId.class, PointsAccountId.of(new PersonId("person-1"))),
                    Map.entry(
                            Score.class,
                            new Score(
                                    List.of(
                                            new ScoreLine("permit-years", new BigDecimal("48")),
                                            new ScoreLine("award", null)),
                                    new BigDecimal("78"),
                                    new BigDecimal("6.67"),
                                    new BigDecimal("10"),
                                    new BigDecimal("74.67"),
                                    new BigDecimal("74.67"),
                                    false,
                                    true)),
                    Map.entry(RoundId.class, ROUND),
                    Map.entry(CandidacyId.class, CANDIDACY),
                    Map.entry(RankingKeys.class, new RankingKeys(new BigDecimal("208"), 120, 96)),
                    Map.entry(
                            PartyDetails.class,
                            new PartyDetails(
                                    "演示灯具厂", "91440101MA0000A19B", null, "演示地址 1 号", "何厂长")),
                    Map.entry(AccountId.class, AccountId.of("wang-an")),
                    Map.entry(
                            MandateId.class, MandateId.of("00000000-0000-0000-0000-000000000004")),
                    Map.entry(
                            MandateTerms.class,
                            new MandateTerms(
                                    List.of("lantern-permit"), List.of(MandateAct.FILE), DAY)),
                    Map.entry(OrganisationId.class, OrganisationId.of(new PersonId("factory-1"))),
                    Map.entry(
                            OrganisationDetails.class,
                            new OrganisationDetails("演示灯具厂", "91440101MA0000A19B", "13800000000")),
                    Map.entry(CertificateId.class, CertificateId.of("holder")),
                    Map.entry(CitizenId.class, CitizenId.of(new PersonId("person-1"))),
                    Map.entry(
                            CaseOfficersId.class,
                            new CaseOfficersId("officers:00000000-0000-0000-0000-000000000001")),
                    Map.entry(Proof.class, new Proof(Proof.Way.COUNTER, "id-card", 5)),
                    Map.entry(ListSoFar.class, new ListSoFar(2, 1, "some digest", null)));

    private static final Map<String, List<?>> LISTS =
            Map.of(
                    "materials",
                    List.of(PAPER),
                    "remedies",
                    List.of(
                            new Remedy(
                                    "reconsideration",
                                    Text.of("行政复议", "Reconsideration"),
                                    new DueDate(DAY, false),
                                    "行政复议法 20"),
                            new Remedy(
                                    "litigation", Text.of("行政诉讼", "Litigation"), null, "行政诉讼法 46")),
                    "items",
                    List.of("household-book", "income"),
                    "visitors",
                    List.of("甲", "乙"),
                    "moves",
                    List.of(
                            new EngineEvent.Move("instance-start", null, null),
                            new EngineEvent.Move("activity-start", "review", "review:1")),
                    "evidence",
                    List.of("m-1"),
                    "answers",
                    List.of(
                            new DepartmentAnswer(
                                    "social-insurance", RegisterOutcome.ANSWERED, DAY)),
                    "lines",
                    List.of(
                            new RankedCandidate(
                                    CANDIDACY, new RankingKeys(new BigDecimal("208"), 120, 96), 2)),
                    "listed",
                    List.of(CANDIDACY),
                    "roles",
                    List.of(StaffRole.OFFICER));

    private static final Map<String, List<?>> LISTS_OF_ARBITRATION =
            Map.of(
                    "disputes", List.of("key-1/key-2/PAY/2026-03-01"),
                    "arbitrators", List.of("仲裁员甲"),
                    "slots", List.of("arbitrator/440106/仲裁员甲/2026-10-20/MORNING"),
                    "absent", List.of("r1"),
                    "claims", List.of("c1"),
                    "lines", List.of(new AwardLine("c1", false)));

    /** In copies of an award; elsewhere items are words. */
    private static final List<AwardedItem> AWARDED =
            List.of(new AwardedItem("c1", new BigDecimal("27600.00")), new AwardedItem("c2", null));

    private EventSamples() {}

    static Stream<Class<?>> types() {
        return STORIES.stream().flatMap(it -> Arrays.stream(it.getPermittedSubclasses()));
    }

    static Event of(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(EventSamples::value).toArray();
        return (Event) type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (component.getDeclaringRecord() == ApplicationEvent.RuleDecided.class
                && type == Map.class) {
            return Map.of("income", List.of(1, 2));
        }
        Object value =
                type == List.class
                        ? list(component)
                        : type == String.class ? "some " + component.getName() : BY_TYPE.get(type);
        if (value == null) {
            throw new IllegalArgumentException("no sample of " + component);
        }
        return value;
    }

    private static @Nullable List<?> list(RecordComponent component) {
        if (component.getDeclaringRecord() == ArbitrationEvent.CopyIssued.class) {
            return AWARDED;
        }
        if (component.getDeclaringRecord() == MandateEvent.Proven.class) {
            return List.of("power-of-attorney");
        }
        if (component.getName().equals("openFor")) {
            return List.of("person-1");
        }
        if (component.getName().equals("couples")) {
            return List.of("oil/one+two/2026-09-14");
        }
        if (component.getName().equals("services")) {
            return List.of("lantern-permit");
        }
        if (component.getName().equals("papers")) {
            return List.of("licence");
        }
        boolean ofArbitration =
                ArbitrationEvent.class.isAssignableFrom(component.getDeclaringRecord());
        List<?> own = ofArbitration ? LISTS_OF_ARBITRATION.get(component.getName()) : null;
        if (component.getName().equals("applications")) {
            return List.of(new ApplicationId("00000000-0000-0000-0000-000000000001"));
        }
        return own == null ? LISTS.get(component.getName()) : own;
    }

    private static FormData form() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("members", List.of(Map.of("name", "林小灯")));
        values.put("monthlyIncome", new BigDecimal("2400.50"));
        values.put("rented", true);
        values.put("note", null);
        return new FormData(values);
    }
}
