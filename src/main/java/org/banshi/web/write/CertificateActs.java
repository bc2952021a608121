package org.banshi.web.write;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holders and the issuing body do with a certificate outside of applications. */
@Component
public class CertificateActs {

    /** The issuing body. */
    private static final String BODY = "county-dpf";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Reads reads;
    private final Commands commands;

    public CertificateActs(Reads reads, Commands commands) {
        this.reads = reads;
        this.commands = commands;
    }

    /**
     * Reports one's own, or a ward's, certificate lost, or found again.
     *
     * @throws ProblemException when the caller has no such certificate
     */
    public Written lost(SignedIn who, String certificate, boolean lost, @Nullable RequestKey key) {
        boolean mine =
                reads
                        .list(
                                new FindMyCertificates(who.scope(), commands.today()),
                                MyCertificate.class)
                        .stream()
                        .anyMatch(it -> it.certificate().value().equals(certificate));
        if (!mine) {
            throw ProblemException.of(ProblemKind.CERTIFICATE_NOT_FOUND);
        }
        CertificateId id = new CertificateId(certificate);
        Stamp stamp = commands.stamp(who.actor());
        return commands.send(
                certificate,
                lost
                        ? new CertificateCommand.ReportLoss(id, stamp)
                        : new CertificateCommand.ReportFound(id, stamp),
                key);
    }

    /** After a match of a death somebody checked: the holder died, or the match was false. */
    public Written checkDeath(
            SignedIn who, String certificate, boolean died, @Nullable RequestKey key) {
        return byTheBody(
                who,
                certificate,
                key,
                (id, stamp) ->
                        died
                                ? new CertificateCommand.Cancel(id, CancelReason.DEATH, stamp)
                                : new CertificateCommand.RefuteDeath(id, stamp));
    }

    public Written cancel(
            SignedIn who, String certificate, CancelReason reason, @Nullable RequestKey key) {
        return byTheBody(
                who,
                certificate,
                key,
                (id, stamp) -> new CertificateCommand.Cancel(id, reason, stamp));
    }

    /** The household's registration left the region on {@code movedOn}. */
    public Written moveOut(
            SignedIn who, String certificate, LocalDate movedOn, @Nullable RequestKey key) {
        return byTheBody(
                who,
                certificate,
                key,
                (id, stamp) -> new CertificateCommand.ReportMoveOut(id, movedOn, stamp));
    }

    /** The body of the new place takes the certificate over. */
    public Written moveIn(SignedIn who, String certificate, @Nullable RequestKey key) {
        RegionCode region = officeOf(who);
        find(certificate);
        return commands.send(
                certificate,
                new CertificateCommand.MoveIn(
                        new CertificateId(certificate), region, commands.stamp(who.actor())),
                key);
    }

    private Written byTheBody(
            SignedIn who,
            String certificate,
            @Nullable RequestKey key,
            BiFunction<CertificateId, Stamp, Command> act) {
        RegionCode region = officeOf(who);
        if (!region.covers(new RegionCode(find(certificate).region()))) {
            throw ProblemException.of(ProblemKind.CERTIFICATE_NOT_FOUND);
        }
        return commands.send(
                certificate,
                act.apply(new CertificateId(certificate), commands.stamp(who.actor())),
                key);
    }

    /**
     * The region of the issuing body's officer.
     *
     * @throws ProblemException for everybody else
     */
    public static RegionCode officeOf(@Nullable SignedIn caller) {
        SignedIn who = Access.staff(caller);
        RegionCode region = who.scope().region();
        if (region == null || !BODY.equals(who.scope().body())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return region;
    }

    /** Whether it has the shape of a certificate's id. */
    public static boolean isId(String certificate) {
        return ID.matcher(certificate).matches();
    }

    private CertificateRecord find(String certificate) {
        if (!isId(certificate)) {
            throw ProblemException.of(ProblemKind.CERTIFICATE_NOT_FOUND);
        }
        return reads.one(
                        new FindCertificateRecord(new CertificateId(certificate)),
                        CertificateRecord.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CERTIFICATE_NOT_FOUND));
    }
}
