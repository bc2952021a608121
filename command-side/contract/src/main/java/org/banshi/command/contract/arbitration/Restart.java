package org.banshi.command.contract.arbitration;

/** Why the time for the award begins anew (办案规则 46). */
public enum Restart {
    /** 追加当事人或者第三人. */
    PARTY_ADDED,
    /** 增加、变更仲裁请求. */
    CLAIM_ADDED,
    /** 反申请合并审理. */
    COUNTER_CLAIM_JOINED
}
