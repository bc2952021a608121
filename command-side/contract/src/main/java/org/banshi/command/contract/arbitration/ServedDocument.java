package org.banshi.command.contract.arbitration;

/** What is served on a party (送达). */
public enum ServedDocument {
    /** 申请书副本、应诉通知: opens the time to answer. */
    CLAIM,
    /** 反申请书副本, or a claim that was added. */
    FURTHER_CLAIM,
    /** 答辩书副本. */
    ANSWER,
    /** 开庭通知书. */
    HEARING_NOTICE,
    /** 调解书: binds when both sides have signed for it. */
    SETTLEMENT,
    /** 裁决书: remedies run from its service. */
    AWARD,
    /** 证据材料副本 of the other side. */
    EVIDENCE,
    /** 回避决定书: whether an arbitrator steps back. */
    RECUSAL_DECISION,
    /** 先予执行裁决书: to be paid before the award. */
    ADVANCE_RULING,
    /** 驳回先予执行申请决定书. */
    ADVANCE_DENIAL,
    /** 延长审理期限通知书 (劳动争议调解仲裁法 43): the award comes later. */
    EXTENSION,
    /** 案件终结通知书: withdrawn, treated as withdrawn or terminated. */
    ENDING
}
