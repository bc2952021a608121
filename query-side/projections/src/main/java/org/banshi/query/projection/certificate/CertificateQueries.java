package org.banshi.query.projection.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.FindTimelyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.query.projection.access.AccessPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what holders and guardians ask, and whose time has come. */
public final class CertificateQueries {

    private final JdbcClient jdbc;
    private final PersonalData personal;

    public CertificateQueries(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** One's own first; of somebody looked after while the guardianship lasts. */
    @QueryHandler
    public List<MyCertificate> handle(FindMyCertificates query) {
        PersonId person = query.scope().person();
        if (person == null || query.scope().limited()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        SELECT * FROM certificate
                        WHERE person = :person AND (:oneself OR %1$s)
                           OR :oneself AND guardian = :person AND %1$s
                              AND (guardian_until IS NULL OR guardian_until >= :today)
                        ORDER BY person <> :person, certificate"""
                                .formatted(AccessPredicate.unguarded("certificate.person").sql()))
                .param("person", person.value())
                .param("oneself", query.scope().acting() == null)
                .param("today", query.today())
                .query((row, n) -> mine(row, person))
                .list();
    }

    @QueryHandler
    public List<CertificateId> handle(FindTimelyCertificates query) {
        return jdbc.sql(
                        """
                        SELECT certificate FROM certificate WHERE next_day <= ?
                        ORDER BY next_day, certificate LIMIT ?""")
                .params(query.today(), query.limit())
                .query((row, n) -> new CertificateId(row.getString(1)))
                .list();
    }

    @QueryHandler
    public Optional<CertificateRecord> handle(FindCertificateRecord query) {
        return jdbc.sql("SELECT * FROM certificate WHERE certificate = ?")
                .param(query.certificate().value())
                .query((row, n) -> record(row))
                .optional();
    }

    private CertificateRecord record(ResultSet row) throws SQLException {
        Held.Card card = CertificateProjection.open(row.getString("sealed"), personal);
        String reason = row.getString("cancel_reason");
        return new CertificateRecord(
                new PersonId(row.getString("person")),
                row.getString("region"),
                CertificateStatus.valueOf(row.getString("status")),
                card == null ? null : card.number(),
                card == null ? null : card.category(),
                card == null ? null : card.level(),
                row.getObject("assessed_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                reason == null ? null : CancelReason.valueOf(reason),
                row.getObject("cancelled_on", LocalDate.class));
    }

    private MyCertificate mine(ResultSet row, PersonId person) throws SQLException {
        Held.Card card = CertificateProjection.open(row.getString("sealed"), personal);
        return new MyCertificate(
                new CertificateId(row.getString("certificate")),
                !person.value().equals(row.getString("person")),
                CertificateStatus.valueOf(row.getString("status")),
                card == null ? null : Masks.identityNumber(card.number()),
                card == null ? null : card.category(),
                card == null ? null : card.level(),
                row.getString("region"),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("frozen_from", LocalDate.class),
                row.getObject("cancelled_from", LocalDate.class),
                row.getObject("barred_until", LocalDate.class));
    }
}
