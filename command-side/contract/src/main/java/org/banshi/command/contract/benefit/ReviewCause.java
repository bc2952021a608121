package org.banshi.command.contract.benefit;

/** Why a benefit is verified anew. Stands in the log by name. */
public enum ReviewCause {
    /** 定期核查: its term of 6 or 12 months is over (民发〔2021〕57号 第三十一条). */
    PERIODIC,
    /** 报告变化: the family, or an office for it, reported a change (第三十条). */
    REPORTED,
    /** 没有资格认定: the yearly window passed (domain rules §3.6). */
    NOT_CERTIFIED,
    /** 标准调整: a table of a new year says otherwise (domain rules §2.4, §3.5). */
    RERATED,
    /** 停发可能有误: whether a stop was right is looked into. */
    STOP_QUESTIONED
}
