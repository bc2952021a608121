package org.banshi.query.contract.certificate;

import java.time.LocalDate;

/**
 * Which certificates does the calendar change by {@code today}, because they expire, are frozen or
 * cancelled? Answers a list of {@link org.banshi.command.contract.certificate.CertificateId}, at
 * most {@code limit}, those due longest first.
 */
public record FindTimelyCertificates(LocalDate today, int limit) {}
