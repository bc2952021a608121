package org.banshi.command.domain.bus;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.officers.CaseOfficersId;
import org.banshi.command.contract.organisation.OrganisationDetails;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.ListSoFar;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.contract.settlement.SliceId;
import org.banshi.command.contract.social.Lot;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.People;

/** Some instance of any command; what it asks for need not make sense. */
public final class Samples {

    private static final Stamp STAMP = People.on("2026-09-15", People.CLERK);

    private static final Map<Class<?>, Object> VALUES =
            Map.ofEntries(
                    Map.entry(ApplicationId.class, CaseFixture.CASE),
                    Map.entry(
                            BenefitId.class, new BenefitId("00000000-0000-0000-0000-000000000009")),
                    Map.entry(Integer.class, 2),
                    Map.entry(Boolean.class, true),
                    Map.entry(Lot.class, new Lot("lantern-permit", People.TOWN, 2026, 1, "seed")),
                    Map.entry(MatterId.class, MatterId.of("oil-ration", "OR-7")),
                    Map.entry(Material.class, CaseFixture.DRAWING),
                    Map.entry(PersonId.class, People.LIN),
                    Map.entry(RegionCode.class, People.TOWN),
                    Map.entry(Applicant.class, People.LINS_DETAILS),
                    Map.entry(ServiceVersion.class, new ServiceVersion("lantern-permit", 3)),
                    Map.entry(FormData.class, FormData.empty()),
                    Map.entry(DueDate.class, CaseFixture.due("2026-09-30")),
                    Map.entry(String.class, "sample"),
                    Map.entry(AskedProtection.class, new AskedProtection("sample", false)),
                    Map.entry(BigDecimal.class, BigDecimal.ONE),
                    Map.entry(LocalDate.class, LocalDate.parse("2026-09-15")),
                    Map.entry(Duration.class, Duration.ofHours(1)),
                    Map.entry(List.class, List.of()),
                    Map.entry(int.class, 1),
                    Map.entry(Long.class, 0L),
                    Map.entry(boolean.class, false),
                    Map.entry(PointsAccountId.class, PointsAccountId.of(People.LIN)),
                    Map.entry(RoundId.class, RoundId.of(People.TOWN, 2026)),
                    Map.entry(
                            CandidacyId.class,
                            CandidacyId.of(RoundId.of(People.TOWN, 2026), People.LIN)),
                    Map.entry(PartyDetails.class, new PartyDetails("甲", null, null, null, null)),
                    Map.entry(AccountId.class, AccountId.of("wang-an")),
                    Map.entry(CertificateId.class, CertificateId.of("holder")),
                    Map.entry(CaseOfficersId.class, CaseOfficersId.of(CaseFixture.CASE)),
                    Map.entry(CitizenId.class, CitizenId.of(People.LIN)),
                    Map.entry(Proof.class, new Proof(Proof.Way.COUNTER, "id-card", 5)),
                    Map.entry(OrganisationId.class, OrganisationId.of(People.LIN)),
                    Map.entry(OrganisationDetails.class, new OrganisationDetails("甲", "乙", "丙")),
                    Map.entry(MandateId.class, MandateId.of("sample-mandate")),
                    Map.entry(MandateTerms.class, new MandateTerms(List.of(), List.of(), null)),
                    Map.entry(SliceId.class, SliceId.of(RoundId.of(People.TOWN, 2026), 0)),
                    Map.entry(ListSoFar.class, ListSoFar.EMPTY),
                    Map.entry(RankingKeys.class, new RankingKeys(BigDecimal.TEN, 48, 96)));

    private Samples() {}

    public static Command of(Class<?> command) throws ReflectiveOperationException {
        return of(command, STAMP);
    }

    /** The same, done by somebody else. */
    public static Command of(Class<?> command, Stamp stamp) throws ReflectiveOperationException {
        RecordComponent[] components = command.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], stamp);
        }
        return (Command) command.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type, Stamp stamp) throws ReflectiveOperationException {
        if (type == Stamp.class) {
            return stamp;
        }
        if (Command.class.isAssignableFrom(type)) {
            return of(type, stamp);
        }
        Object value = type.isEnum() ? type.getEnumConstants()[0] : VALUES.get(type);
        if (value == null) {
            throw new IllegalArgumentException("no sample of " + type);
        }
        return value;
    }
}
