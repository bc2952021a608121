package org.banshi.command.contract.certificate;

/** Why a certificate is made again with the same data. */
public enum ReplaceReason {
    /** 遗失: the old number is void, the new one counts the replacement. */
    LOST,
    /** 损坏: the old card is handed in, the number stays. */
    DAMAGED
}
