package org.banshi.app.signin;

import org.axonframework.commandhandling.CommandExecutionException;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/** What a page says about an act that the rules are against. */
final class Tried {

    private Tried() {}

    /** Carries it out; the answer is why it was refused, or null. */
    static @Nullable Text refusal(Runnable act) {
        try {
            act.run();
            return null;
        } catch (RefusedException no) {
            return words(no.refusal());
        } catch (CommandExecutionException failed) {
            if (failed.getCause() instanceof RefusedException no) {
                return words(no.refusal());
            }
            throw failed;
        }
    }

    static Text words(Refusal refusal) {
        return Text.of(
                refusal.reason().zh() + refusal.mend().zh(),
                refusal.reason().en() + " " + refusal.mend().en());
    }
}
