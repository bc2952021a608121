package org.banshi.process.task;

import java.util.Optional;
import org.banshi.command.contract.application.ApplicationEvent.Granted;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/**
 * What is opened while an officer is there to be told. A holder has one certificate, and several
 * may have applied for it: who comes second is refused to whoever decides. What comes with a step
 * is done in the name of whoever did the step, or the step is not done.
 */
public interface FirstCertificates {

    /** Empty where it opens something else, or where not everything is known yet. */
    Optional<CertificateCommand.Issue> issue(Granted granted, Stamp stamp);

    /** The command of what comes with a step. */
    Command open(Granted granted, Stamp stamp);
}
