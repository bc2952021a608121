package org.banshi.query.contract.casefile;

import java.time.Instant;
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
        List<Finding> findings) {

    /**
     * Something found on the way.
     *
     * @param event stored name
     * @param subject which step, question or decision; empty where the event says it all
     * @param by account or automation
     * @param data values by name
     */
    public record Finding(String event, String subject, Instant at, String by, FormData data) {}

    /** Personal by nature: never prints its values. */
    @Override
    public String toString() {
        return "CaseFile[" + number + "]";
    }
}
