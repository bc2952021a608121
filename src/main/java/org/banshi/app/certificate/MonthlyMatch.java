package org.banshi.app.certificate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindBenefitsOfHousehold;
import org.banshi.query.contract.benefit.FindBenefitsOfPersons;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.springframework.stereotype.Component;

/**
 * 每月数据比对: what other bodies' records say of holders of certificates, and of whoever draws social
 * assistance. A match decides nothing: a death holds the certificate, and each of the two subsidies
 * that runs is to be checked by a person, as is, where somebody died or left the province, what is
 * paid to them month by month, and after a death what their household draws (domain rules §2.5,
 * §2.7, §3.6; design §8).
 */
@Component
public class MonthlyMatch {

    private static final String OF_DISABILITY = "disability-";

    private static final String PHASE_OUT = "benefit.phase-out-began";

    /** With the year of birth enough to tell the members of a household apart, and no more. */
    private static final int SHOWN_OF_A_NUMBER = 4;

    /** What tells two deaths in a household apart: who is told the same twice is told it once. */
    private static final String MEMBER_DIED = "共同生活的家庭成员（%s证件尾号%s）死亡";

    private final QueryGateway queries;
    private final PersonalData personalData;
    private final PersonsByNumber persons;

    public MonthlyMatch(QueryGateway queries, PersonalData personalData, PersonsByNumber persons) {
        this.queries = queries;
        this.personalData = personalData;
        this.persons = persons;
    }

    /** What a register says. */
    public enum Change {
        DEATH("死亡"),
        LEFT_PROVINCE("户籍迁出本省"),
        HOUSEHOLD("低保、低保边缘身份变化"),
        CERTIFICATE("残疾人证状态或者等级变化");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        /** Whether it may end whatever is paid to the person. */
        private boolean ofThePerson() {
            return this == DEATH || this == LEFT_PROVINCE;
        }
    }

    /**
     * One match.
     *
     * @param register whose records say so
     */
    public record Match(String identityNumber, Change change, String register) {

        /** Personal by nature: never prints the number. */
        @Override
        public String toString() {
            return "Match[" + change + "]";
        }
    }

    /**
     * What became of a list of matches.
     *
     * @param held certificates that wait for a person's check
     * @param toCheck subsidies and social benefits that a case was begun about, or is under way
     *     about
     * @param unknown matches of nobody in the books of the region
     */
    public record Taken(int held, int toCheck, int unknown) {

        private Taken plus(Taken more) {
            return new Taken(held + more.held, toCheck + more.toCheck, unknown + more.unknown);
        }
    }

    /**
     * What is told of a benefit.
     *
     * @param once whether it is done with, for half a year, once it was looked into. The others
     *     live on after a member's death, and each list says it again; where whoever is paid is
     *     said to be dead, and was not, each list is looked into
     */
    private record Told(String change, boolean once) {}

    /** Carries out a command, once however often the list is handed in. */
    @FunctionalInterface
    public interface Sender {

        /**
         * @param match number of the match in the list: a list may say two things of one person
         * @param stream to which the command goes
         */
        void send(int match, String stream, Command command);
    }

    /**
     * Takes the matches of holders whose certificate belongs to the office's region, of whoever
     * draws what came of a case of the office, and of the deaths in such a household.
     *
     * @param office hands them in; it has a region
     */
    public Taken take(List<Match> matches, Scope office, Stamp stamp, Sender sender) {
        return IntStream.range(0, matches.size())
                .mapToObj(
                        i ->
                                take(
                                        matches.get(i),
                                        office,
                                        stamp,
                                        (stream, command) -> sender.send(i, stream, command)))
                .reduce(new Taken(0, 0, 0), Taken::plus);
    }

    private Taken take(Match match, Scope office, Stamp stamp, BiConsumer<String, Command> send) {
        Optional<CertificateRecord> certificate = certificate(match, office);
        Set<PersonId> ids = new LinkedHashSet<>(persons.find(match.identityNumber()));
        certificate.map(CertificateRecord::holder).ifPresent(ids::add);
        // One that is found twice is told once.
        Map<String, Told> told = new LinkedHashMap<>();
        Told change = new Told(match.change().words, false);
        if (certificate.isPresent()) {
            ids.forEach(id -> subsidies(id).forEach(it -> told.put(it.benefit(), change)));
        }
        ofPerson(match, ids, office).forEach(it -> told.put(it.benefit(), change));
        if (match.change() == Change.DEATH) {
            Told death = new Told(memberDied(match.identityNumber()), true);
            ofHousehold(match, office).forEach(it -> told.putIfAbsent(it.benefit(), death));
        }
        int held = 0;
        if (certificate.isPresent() && match.change() == Change.DEATH) {
            CertificateId id = id(match);
            send.accept(id.value(), new CertificateCommand.MatchDeath(id, match.register(), stamp));
            held = 1;
        }
        told.forEach((benefit, what) -> report(benefit, what, stamp, send));
        boolean unknown = certificate.isEmpty() && told.isEmpty();
        return new Taken(held, told.size(), unknown ? 1 : 0);
    }

    private static String memberDied(String identityNumber) {
        String born =
                IdentityNumber.parse(identityNumber)
                        .value()
                        .map(it -> it.birthDate().getYear() + "年出生，")
                        .orElse("");
        String tail = identityNumber.substring(identityNumber.length() - SHOWN_OF_A_NUMBER);
        return MEMBER_DIED.formatted(born, tail);
    }

    private CertificateId id(Match match) {
        return CertificateId.of(
                NumberHash.of(personalData, CertificateId.HOLDER, match.identityNumber()));
    }

    private Optional<CertificateRecord> certificate(Match match, Scope office) {
        RegionCode region = Objects.requireNonNull(office.region());
        return queries.query(
                        new FindCertificateRecord(id(match)),
                        ResponseTypes.optionalInstanceOf(CertificateRecord.class))
                .join()
                .filter(it -> region.covers(new RegionCode(it.region())));
    }

    private static void report(
            String benefit, Told told, Stamp stamp, BiConsumer<String, Command> send) {
        send.accept(
                benefit,
                new BenefitCommand.ReportChange(
                        new BenefitId(benefit),
                        "数据比对提示：" + told.change() + "，请核实。",
                        told.once(),
                        stamp));
    }

    /**
     * What came of a case of the office, also where its certificate is in no book of ours, or is
     * one of the military.
     */
    private List<BenefitView> ofPerson(Match match, Set<PersonId> ids, Scope office) {
        return list(new FindBenefitsOfPersons(office, ids)).stream()
                .filter(
                        it ->
                                isSubsidy(it)
                                        ? it.status() == BenefitView.Status.RUNNING
                                        : match.change().ofThePerson() && isPaidOn(it))
                .toList();
    }

    /** Of a subsidy nobody but its person lives. */
    private List<BenefitView> ofHousehold(Match match, Scope office) {
        return list(new FindBenefitsOfHousehold(office, match.identityNumber())).stream()
                .filter(it -> !isSubsidy(it) && isPaidOn(it))
                .toList();
    }

    private static boolean isSubsidy(BenefitView benefit) {
        return benefit.kind().startsWith(OF_DISABILITY);
    }

    /** What is paid until it is stopped, or phased out; what ends by itself soon is left alone. */
    private static boolean isPaidOn(BenefitView benefit) {
        return benefit.status() == BenefitView.Status.RUNNING
                || benefit.status() == BenefitView.Status.ENDING
                        && benefit.decisions().stream()
                                .anyMatch(one -> one.event().equals(PHASE_OUT));
    }

    /**
     * Those of the two that run, wherever they were granted. Where just that is being checked
     * already no second check begins; what else is found out meanwhile is checked after that.
     */
    private List<BenefitView> subsidies(PersonId holder) {
        Scope own = new Scope("monthly-match", holder, Set.of(Scope.Role.CITIZEN), null, null);
        return list(new FindMyBenefits(own)).stream()
                .filter(it -> isSubsidy(it) && !it.forAnother())
                .filter(it -> it.status() == BenefitView.Status.RUNNING)
                .toList();
    }

    private List<BenefitView> list(Object query) {
        return queries.query(query, ResponseTypes.multipleInstancesOf(BenefitView.class)).join();
    }
}
