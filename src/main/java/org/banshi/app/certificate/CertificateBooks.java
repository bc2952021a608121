package org.banshi.app.certificate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.register.RegisterPort;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.jspecify.annotations.Nullable;

/**
 * The register of disability certificates: what is in our own books we answer ourselves, of anybody
 * else the register behind it is asked.
 */
public final class CertificateBooks implements RegisterPort {

    private static final String REGISTER = "disability-certificate";

    private final QueryGateway queries;
    private final PersonalData personalData;
    private final RegisterPort others;

    public CertificateBooks(QueryGateway queries, PersonalData personalData, RegisterPort others) {
        this.queries = queries;
        this.personalData = personalData;
        this.others = others;
    }

    @Override
    public Answer ask(String register, FormData about, Authority authority) {
        Optional<CertificateRecord> known =
                register.equals(REGISTER) ? find(about) : Optional.empty();
        return known.map(CertificateBooks::answer)
                .orElseGet(() -> others.ask(register, about, authority));
    }

    private Optional<CertificateRecord> find(FormData about) {
        if (!(about.values().get("identityNumber") instanceof String number)) {
            return Optional.empty();
        }
        CertificateId id =
                CertificateId.of(NumberHash.of(personalData, CertificateId.HOLDER, number));
        return queries.query(
                        new FindCertificateRecord(id),
                        ResponseTypes.optionalInstanceOf(CertificateRecord.class))
                .join();
    }

    /** Words as the register has them: {@code valid}, {@code lost-reported} and so on. */
    private static Answer answer(CertificateRecord known) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("status", word(known.status()));
        values.put("number", known.number());
        values.put("category", known.category() == null ? null : known.category().name());
        values.put("level", known.level());
        values.put("lastAssessedOn", known.assessedOn().toString());
        values.put("validUntil", known.validUntil().toString());
        if (known.cancelReason() != null && known.cancelledOn() != null) {
            values.put("cancelReason", word(known.cancelReason()));
            values.put("cancelledOn", known.cancelledOn().toString());
        }
        return new Answer(RegisterOutcome.ANSWERED, new FormData(values));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
