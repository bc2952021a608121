package org.banshi.query.contract.certificate;

import org.banshi.command.contract.certificate.CertificateId;

/**
 * What do the books say of a holder's certificate? For the register that other bodies ask, not for
 * people. Answers an optional {@link CertificateRecord}.
 */
public record FindCertificateRecord(CertificateId certificate) {}
