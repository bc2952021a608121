package org.banshi.query.contract.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a case. Personal throughout.
 *
 * @param applicant null when the person's key was destroyed
 * @param form as filed, with every supplement put over it
 * @param materials every paper handed in, newest last
 * @param findings what registers, rules and officers found, oldest first
 * @param deliveries documents on their way or there, oldest first
 */
public record CaseFile(
        String application,
        String number,
        String service,
        int serviceVersion,
        Text serviceName,
        String region,
        Instant appliedAt,
        @Nullable Applicant applicant,
        FormData form,
        List<Material> materials,
        List<Finding> findings,
        List<Delivery> deliveries) {

    /**
     * Something found on the way.
     *
     * @param event stored name
     * @param subject which step, question or decision; empty where the event says it all
     * @param by account or automation
     * @param data values by name
     */
    public record Finding(String event, String subject, Instant at, String by, FormData data) {}

    /**
     * A document for the applicant.
     *
     * @param document the package's word for it
     * @param channel {@code TEXT_MESSAGE}, {@code EMAIL}, {@code POST} or {@code WINDOW}
     * @param day of its arrival; null while it has not arrived
     * @param proof of its arrival
     */
    public record Delivery(
            String id,
            String document,
            String channel,
            LocalDate requestedOn,
            @Nullable LocalDate day,
            @Nullable String proof) {}

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "CaseFile[" + number + "]";
    }
}
