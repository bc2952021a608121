package org.banshi.process.task;

import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.message.Stamp;

/**
 * Which first certificate an approval opens. A holder has one, and several may have applied for it:
 * who comes second is refused while an officer is there to be told.
 */
@FunctionalInterface
public interface FirstCertificates {

    /** Empty where it opens something else, or where not everything is known yet. */
    Optional<CertificateCommand.Issue> issue(Granted granted, Stamp stamp);
}
