package org.banshi.command.contract.benefit;

/** What came of telling somebody that a fine is intended (行政处罚法 44, 45, 63). Stands in the log. */
public enum Defence {
    /** 期限内没有陈述申辩，也没有要求听证. */
    NONE,
    /** 已经听取陈述申辩. */
    HEARD,
    /** 已经举行听证. */
    HEARING
}
