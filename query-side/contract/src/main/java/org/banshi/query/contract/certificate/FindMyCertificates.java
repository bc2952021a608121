package org.banshi.query.contract.certificate;

import java.time.LocalDate;
import org.banshi.query.contract.access.Scope;

/**
 * Which disability certificates does the person of the scope hold, or look after as a guardian on
 * {@code today}? Answers a list of {@link MyCertificate}; there are few.
 */
public record FindMyCertificates(Scope scope, LocalDate today) {}
