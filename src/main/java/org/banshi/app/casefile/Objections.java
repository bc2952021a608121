package org.banshi.app.casefile;

import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.social.SocialCommand;

/** The command by which somebody objects to a public notice: each family has its own. */
public final class Objections {

    private static final String DISABILITY = "disability";

    private Objections() {}

    /** An objection to the notice of a case of {@code family}. */
    public static Command against(
            String family, ApplicationId application, String objection, Stamp stamp) {
        return family.equals(DISABILITY)
                ? new DisabilityCommand.ObjectToNotice(application, objection, stamp)
                : new SocialCommand.RaiseObjection(application, objection, stamp);
    }
}
