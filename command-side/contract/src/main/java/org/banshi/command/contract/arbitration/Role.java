package org.banshi.command.contract.arbitration;

/** What a party is in the labour relation; remedies against an award depend on it. */
public enum Role {
    /** 劳动者. */
    WORKER,
    /** 用人单位, also the one that dispatched workers or used them. */
    EMPLOYER
}
