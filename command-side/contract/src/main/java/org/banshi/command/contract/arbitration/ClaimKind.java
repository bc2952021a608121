package org.banshi.command.contract.arbitration;

/** What a claim is about (劳动争议调解仲裁法 2, 47). */
public enum ClaimKind {
    /** 劳动报酬, overtime pay included. */
    PAY,
    /** 工伤医疗费. */
    INJURY_EXPENSES,
    /** 经济补偿. */
    COMPENSATION,
    /** 赔偿金. */
    DAMAGES,
    /** 工作时间. */
    HOURS,
    /** 休息休假. */
    LEAVE,
    /** 社会保险. */
    INSURANCE,
    /** 确认劳动关系. */
    RELATION,
    /** 其他. */
    OTHER;

    /** 追索劳动报酬、工伤医疗费、经济补偿或者赔偿金 (劳动争议调解仲裁法 44, 47). */
    public boolean isMoney() {
        return this == PAY || this == INJURY_EXPENSES || this == COMPENSATION || this == DAMAGES;
    }
}
