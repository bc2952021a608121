package org.banshi.app.certificate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindBenefitsOfPersons;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.springframework.stereotype.Component;

/**
 * 每月数据比对: what other bodies' records say of holders of certificates, and of whoever draws social
 * assistance. A match decides nothing: a death holds the certificate, and each of the two subsidies
 * that runs is to be checked by a person, as is, where somebody died or left the province, what is
 * paid to them month by month (domain rules §2.7, §3.6; design §8).
 */
@Component
public class MonthlyMatch {

    private static final String OF_DISABILITY = "disability-";

    private static final String PHASE_OUT = "benefit.phase-out-began";

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
     * Takes the matches of holders whose certificate belongs to the office's region, and of whoever
     * draws what came of a case of the office.
     *
     * @param office hands them in; it has a region
     * @param send carries out a command to a stream, once however often the list is handed in
     */
    public Taken take(
            List<Match> matches, Scope office, Stamp stamp, BiConsumer<String, Command> send) {
        return matches.stream()
                .map(match -> take(match, office, stamp, send))
                .reduce(new Taken(0, 0, 0), Taken::plus);
    }

    private Taken take(Match match, Scope office, Stamp stamp, BiConsumer<String, Command> send) {
        List<BenefitView> social = match.change().ofThePerson() ? social(match, office) : List.of();
        report(social, match, stamp, send);
        Taken taken = ofHolder(match, Objects.requireNonNull(office.region()), stamp, send);
        return social.isEmpty()
                ? taken
                : new Taken(taken.held(), taken.toCheck() + social.size(), 0);
    }

    private Taken ofHolder(
            Match match, RegionCode region, Stamp stamp, BiConsumer<String, Command> send) {
        CertificateId id =
                CertificateId.of(
                        NumberHash.of(personalData, CertificateId.HOLDER, match.identityNumber()));
        Optional<CertificateRecord> known =
                queries.query(
                                new FindCertificateRecord(id),
                                ResponseTypes.optionalInstanceOf(CertificateRecord.class))
                        .join()
                        .filter(it -> region.covers(new RegionCode(it.region())));
        if (known.isEmpty()) {
            return new Taken(0, 0, 1);
        }
        int held = 0;
        if (match.change() == Change.DEATH) {
            send.accept(id.value(), new CertificateCommand.MatchDeath(id, match.register(), stamp));
            held = 1;
        }
        List<BenefitView> subsidies = running(known.get());
        report(subsidies, match, stamp, send);
        return new Taken(held, subsidies.size(), 0);
    }

    private static void report(
            List<BenefitView> benefits,
            Match match,
            Stamp stamp,
            BiConsumer<String, Command> send) {
        benefits.forEach(
                benefit ->
                        send.accept(
                                benefit.benefit(),
                                new BenefitCommand.ReportChange(
                                        new BenefitId(benefit.benefit()),
                                        "数据比对提示：" + match.change().words + "，请核实。",
                                        stamp)));
    }

    /** What is paid until it is stopped, or phased out; what ends by itself soon is left alone. */
    private List<BenefitView> social(Match match, Scope office) {
        return queries
                .query(
                        new FindBenefitsOfPersons(office, persons.find(match.identityNumber())),
                        ResponseTypes.multipleInstancesOf(BenefitView.class))
                .join()
                .stream()
                .filter(it -> !it.kind().startsWith(OF_DISABILITY))
                .filter(
                        it ->
                                it.status() == BenefitView.Status.RUNNING
                                        || it.status() == BenefitView.Status.ENDING
                                                && it.decisions().stream()
                                                        .anyMatch(
                                                                one ->
                                                                        one.event()
                                                                                .equals(PHASE_OUT)))
                .toList();
    }

    /**
     * Those of the two that run. Where just that is being checked already no second check begins;
     * what else is found out meanwhile is checked after that.
     */
    private List<BenefitView> running(CertificateRecord certificate) {
        Scope holder =
                new Scope(
                        "monthly-match",
                        certificate.holder(),
                        Set.of(Scope.Role.CITIZEN),
                        null,
                        null);
        return queries
                .query(
                        new FindMyBenefits(holder),
                        ResponseTypes.multipleInstancesOf(BenefitView.class))
                .join()
                .stream()
                .filter(it -> it.kind().startsWith(OF_DISABILITY) && !it.forAnother())
                .filter(it -> it.status() == BenefitView.Status.RUNNING)
                .toList();
    }
}
