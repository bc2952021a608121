package org.banshi.command.domain.lifecycle;

import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.social.SocialCommand;
import org.jspecify.annotations.Nullable;

/** Which case a command is about, of whatever family it is. */
public final class CommandedCase {

    private CommandedCase() {}

    /** Null where it is about no case. */
    public static @Nullable ApplicationId of(Command command) {
        if (command instanceof ApplicationCommand it) {
            return it.application();
        }
        if (command instanceof SocialCommand it) {
            return it.application();
        }
        if (command instanceof DisabilityCommand it) {
            return it.application();
        }
        return command instanceof ArbitrationCommand it ? it.application() : null;
    }
}
