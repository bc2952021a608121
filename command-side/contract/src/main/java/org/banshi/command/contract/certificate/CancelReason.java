package org.banshi.command.contract.certificate;

/** Why a certificate is cancelled (注销). */
public enum CancelReason {
    /** 死亡. */
    DEATH,
    /** 不再符合残疾标准: no new application for a year. */
    STANDARD_NOT_MET,
    /** 户籍迁出超过一年未办理迁移. */
    NOT_MOVED,
    /** 本人自愿. */
    OWN_WISH
}
