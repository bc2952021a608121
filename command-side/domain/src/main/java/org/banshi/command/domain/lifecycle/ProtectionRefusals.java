package org.banshi.command.domain.lifecycle;

import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.text.Text;

/** Why something waits for an officer to look at what the applicant said of a danger. */
public final class ProtectionRefusals {

    /** Neither what the applicant fears nor what others have a right to is decided by a click. */
    public static final Refusal UNCONFIRMED =
            Refusal.of(
                    "protection-unconfirmed",
                    Text.of(
                            "申请人要求的保护尚未经工作人员确认，暂不能公示。",
                            "The protection that was asked for is not confirmed; nothing can be put"
                                    + " up before."),
                    Text.of(
                            "请工作人员单独与申请人核实，先确认或者解除保护。",
                            "An officer speaks with the applicant alone, and confirms or lifts it"
                                    + " first."));

    private ProtectionRefusals() {}
}
