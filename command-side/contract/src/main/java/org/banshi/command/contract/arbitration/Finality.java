package org.banshi.command.contract.arbitration;

/** Whether an award binds at once (终局裁决) or only when nobody sues in time (非终局裁决). */
public enum Finality {
    FINAL,
    NON_FINAL
}
